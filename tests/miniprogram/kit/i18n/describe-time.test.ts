import { describeDay, describeMoment, JOINER } from '@nansha/kit/i18n/describe-time'
import { expect, test } from 'vitest'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const NOW = at(2026, 10, 26, 23, 30)

test.each([
  [at(2026, 10, 26, 0, 0), '今天', 'today'],
  [at(2026, 10, 25, 23, 59), '昨天', 'yesterday'],
  [at(2026, 10, 27, 0, 1), '明天', 'tomorrow'],
  [at(2026, 10, 28, 9, 0), '11月28日', '28\u00a0Nov'],
  [at(2026, 0, 3, 9, 0), '1月3日', '3\u00a0Jan'],
  [at(2025, 11, 31, 9, 0), '2025年12月31日', '31\u00a0Dec\u00a02025'],
])('a day is said as people say it: %#', (moment, zh, en) => {
  expect(describeDay(moment / 1000, NOW, 'zh').replaceAll(JOINER, '')).toBe(zh)
  expect(describeDay(moment / 1000, NOW, 'en')).toBe(en)
})

test.each([
  [at(2026, 10, 26, 0, 0), ['今', '天']],
  [at(2025, 11, 31, 9, 0), ['2025', '年', '12', '月', '31', '日']],
])('no line breaks within a Chinese day: %#', (moment, parts) => {
  expect(describeDay(moment / 1000, NOW, 'zh').split(JOINER)).toEqual(parts)
})

test('a moment does not break between its day and its time', () => {
  expect(describeMoment(at(2026, 10, 26, 9, 5) / 1000, NOW, 'zh')).toBe('今\u2060天\u00a009:05')
  expect(describeMoment(at(2027, 10, 26, 19, 50) / 1000, NOW, 'en')).toBe('26\u00a0Nov\u00a02027\u00a019:50')
})
