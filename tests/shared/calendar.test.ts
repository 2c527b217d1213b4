import { isDay, parseTypedDay } from '@nansha/shared/calendar'
import { expect, test } from 'vitest'

test.each(['2024-02-29', '2000-02-29', '2026-12-31', '1949-10-01'])('isDay takes %s', (day) => {
  expect(isDay(day)).toBe(true)
})

test.each([
  '2026-02-30',
  '2035-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-1-5',
  '2026-01-05T00:00',
  '02026-01-05',
  '',
])('isDay refuses %j', (text) => {
  expect(isDay(text)).toBe(false)
})

test.each([
  '2026-01-05',
  '2026年1月5日',
  '2026年01月05日',
  '2026 年 1 月 5 号',
  '2026.1.5',
  '2026/1/5',
  '2026。1。5',
  '2026—1—5',
  '2026 1 5',
  '20260105',
  '２０２６．０１．０５',
  '２０２６年１月５日',
  ' 2026-1-5 ',
])('parseTypedDay understands %j as 5 January 2026', (typed) => {
  expect(parseTypedDay(typed)).toBe('2026-01-05')
})

test.each([
  ['the 30th of February', '2026年2月30日'],
  ['29 February of a common year', '20350229'],
  ['a month that could be one digit or two', '2026115'],
  ['a year of two digits', '26.1.5'],
  ['day and year exchanged', '5.1.2026'],
  ['a month alone', '2026.1'],
  ['two days', '2026.1.5 2026.1.6'],
  ['words', '明年'],
  ['nothing', ''],
])('parseTypedDay does not guess at %s', (_, typed) => {
  expect(parseTypedDay(typed)).toBeUndefined()
})

test('isDay takes 29 February in a leap year only', () => {
  expect(parseTypedDay('2028.2.29')).toBe('2028-02-29')
})
