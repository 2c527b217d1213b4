import { FROZEN_BY, KINDS, titleOf } from '@nansha/citizen/src/parts/use-entry-texts'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { expect, test } from 'vitest'

test('what a newer cloud writes has words in an older app', () => {
  const kind = 'of-next-year' as HistoryEntry['kind']
  expect(titleOf({ kind }).zh).toContain('更新小程序')
  expect(titleOf({ kind, by: 'of-next-year' as NonNullable<HistoryEntry['by']> }).en).toContain('update')
})

test('a freeze says who it was asked of', () => {
  expect(titleOf({ kind: 'frozen', by: 'telephone' })).toBe(FROZEN_BY.telephone)
  expect(titleOf({ kind: 'frozen' })).toBe(KINDS.frozen)
})
