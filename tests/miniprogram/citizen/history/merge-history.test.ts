import { describeDay } from '@nansha/kit/i18n/describe-time'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { describe, expect, test } from 'vitest'
import { isFound, mergeHistory } from '#citizen/history/merge-history'
import type { PortalReceipt } from '#citizen/wallet/portal-receipts'

const use = (at: number): HistoryEntry => ({ id: `use-${at}`, at, kind: 'presented' })
/** As the list says it. */
const DAY = describeDay(new Date(2025, 10, 26).getTime() / 1000, new Date(2026, 0, 1).getTime(), 'zh')
const words = { zh: '甲', en: 'a' }
const portal = (at: number): PortalReceipt => ({
  at,
  organisation: words,
  domain: 'a.example',
  purpose: words,
  disclosed: [],
  contact: 'a@a.example',
})

describe('a history of what the cloud and what the phone recorded', () => {
  test('is newest first', () => {
    const entries = mergeHistory([use(5), use(3)], [portal(4), portal(1)], false)
    expect(entries.map(({ at }) => at)).toEqual([5, 4, 3, 1])
  })

  test('shows what the phone knows only as far back as the cloud was asked', () => {
    const entries = mergeHistory([use(5), use(3)], [portal(4), portal(3), portal(1)], true)
    expect(entries.map(({ at }) => at)).toEqual([5, 4, 3, 3])
  })

  test('is there when the phone alone knows anything', () => {
    expect(mergeHistory([], [portal(1)], false)).toHaveLength(1)
  })
})

test.each([
  ['', true],
  ['银行', true],
  ['11月 银行', true],
  ['BANK', true],
  ['银行 酒店', false],
])('an entry is found by every word of what is typed: %j', (query, found) => {
  expect(isFound(['南沙湾银行', 'Nansha Bay Bank', DAY], query)).toBe(found)
})
