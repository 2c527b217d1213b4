import {
  addCode,
  type CodeRow,
  dropExpired,
  isDue,
  shownCode,
} from '@nansha/verifier/src/check/desk-code/code-row'
import { describe, expect, it } from 'vitest'

const code = (nonce: string, at: number) => ({ code: `ND1:${nonce}`, nonce, expiresAt: at / 1000 + 120 })
const row = addCode([], code('first', 0), 0)
const both = addCode(row, code('second', 23_000), 23_000)
const nonce = (codes: CodeRow, now: number) => shownCode(codes, now)?.code.nonce

describe('the codes of a desk’s screen', () => {
  it('are due at once when there is none, then shortly before the turn of the next', () => {
    expect(isDue([], 0)).toBe(true)
    expect(isDue(row, 21_999)).toBe(false)
    expect(isDue(row, 22_000)).toBe(true)
    expect(isDue(both, 30_000)).toBe(false)
    expect(isDue(both, 52_000)).toBe(true)
  })

  it('take turns of thirty seconds, the next one ready before', () => {
    expect(nonce(both, 29_999)).toBe('first')
    expect(shownCode(both, 29_999)?.secondsLeft).toBe(1)
    expect(nonce(both, 30_000)).toBe('second')
    expect(shownCode(both, 30_000)?.secondsLeft).toBe(30)
  })

  it('stay when no next one comes, and never after they expired', () => {
    expect(shownCode(row, 40_000)).toMatchObject({ secondsLeft: 0, code: { nonce: 'first' } })
    expect(dropExpired(row, 119_999)).toBe(row)
    expect(dropExpired(both, 120_000).map((each) => each.nonce)).toEqual(['second'])
    expect(shownCode([], 0)).toBeUndefined()
  })
})
