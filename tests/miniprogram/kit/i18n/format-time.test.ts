import { formatDate, formatTime } from '@nansha/kit/i18n/format-time'
import { expect, test } from 'vitest'

const at = (...parts: [number, number, number, number, number, number]) => new Date(...parts).getTime() / 1000

test('formatTime pads every part, in local time', () => {
  expect(formatTime(at(2026, 0, 5, 9, 4, 7))).toBe('09:04:07')
  expect(formatDate(at(2026, 0, 5, 9, 4, 7))).toBe('2026-01-05')
})

test('formatTime gives the last second of a year', () => {
  expect(formatTime(at(2026, 11, 31, 23, 59, 59))).toBe('23:59:59')
  expect(formatDate(at(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31')
})
