import { parseTypedValidity, validityFault } from '@nansha/shared/card-validity'
import { cardValidity } from '@nansha/shared/fields'
import * as v from 'valibot'
import { expect, it, test } from 'vitest'

test.each([
  ['20360520', '2036-05-20'],
  ['2036.5.20', '2036-05-20'],
  ['2036年05月20日', '2036-05-20'],
  ['２０３６．０５．２０', '2036-05-20'],
  ['2036-05-20', '2036-05-20'],
  ['长期', 'long-term'],
  ['長期', 'long-term'],
  [' 长期有效 ', 'long-term'],
  ['long-term', 'long-term'],
])('a validity typed as %s is understood', (typed, until) => {
  expect(parseTypedValidity(typed)).toEqual({ until })
})

test.each([
  ['2016.05.20-2036.05.20', '2016-05-20', '2036-05-20'],
  ['20160520-20360520', '2016-05-20', '2036-05-20'],
  ['2016-05-20至2036-05-20', '2016-05-20', '2036-05-20'],
  ['2016.05.20—长期', '2016-05-20', 'long-term'],
])('both days of %s are taken as the card prints them', (typed, from, until) => {
  expect(parseTypedValidity(typed)).toEqual({ from, until })
})

test.each([
  '2036.02.30',
  '2035-02-29',
  '2036.05.20-2016.05.20',
  '2036.05.20-2036.05.20',
  '2036',
  '',
  '-',
  '长',
])('%j is no validity', (typed) => {
  expect(parseTypedValidity(typed)).toBeUndefined()
})

test.each(['2036-02-30', '2035-02-29', '2036.05.20', '长期', '9999-99-99'])(
  'an event cannot bring %s as a validity',
  (text) => {
    expect(v.is(cardValidity, text)).toBe(false)
  },
)

test('an event brings a day of the calendar or long-term', () => {
  for (const text of ['2036-02-29', '2026-11-23', 'long-term']) expect(v.is(cardValidity, text)).toBe(true)
})

it.each([
  ['on its last day', { until: '2026-11-23' }, undefined],
  ['the day after', { until: '2026-11-22' }, 'CARD_EXPIRED'],
  ['on its first day', { from: '2026-11-23', until: '2046-11-23' }, undefined],
  ['the day before it begins', { from: '2026-11-24', until: '2046-11-24' }, 'CARD_NOT_YET_VALID'],
  ['before an endless one begins', { from: '2026-11-24', until: 'long-term' }, 'CARD_NOT_YET_VALID'],
  ['that never ends', { until: 'long-term' }, undefined],
  ['that ends in twenty years', { until: '2046-11-23' }, undefined],
  ['that ends later than any that has begun', { until: '2046-11-24' }, 'CARD_NOT_YET_VALID'],
])('a card is usable or not: %s', (_, validity, fault) => {
  expect(validityFault(validity, '2026-11-23')).toBe(fault)
})

test('a validity that begins on 29 February may end on 1 March', () => {
  expect(validityFault({ until: '2044-03-01' }, '2024-02-29')).toBeUndefined()
})
