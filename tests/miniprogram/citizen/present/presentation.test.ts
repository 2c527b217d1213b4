import { describe, expect, test } from 'vitest'
import { awaitedUse, type DeskReceipt, type Presentation, presentation } from '#citizen/present/presentation'
import type { Code } from '#citizen/present/take-code'

const choosing: Presentation = { phase: 'choosing', scenario: 'hotel' }
const code: Code = { form: 'ticket', use: 'h' }
const showing: Presentation = { phase: 'showing', scenario: 'hotel', code }
const open = { type: 'open', forms: ['pass', 'ticket'] } as const
const receipt = (state: DeskReceipt['state']): DeskReceipt => ({
  state,
  at: 1,
  scenario: 'hotel',
  disclosed: [],
})
const received = (state: DeskReceipt['state']) =>
  presentation(showing, { type: 'recorded', use: 'h', receipt: receipt(state) })

describe('presentation', () => {
  test('goes from choosing over opening to showing', () => {
    const chosen = presentation(choosing, { type: 'choose', scenario: 'age' })
    const opening = presentation(chosen, open)
    expect(presentation(opening, { type: 'opened', code })).toEqual({
      phase: 'showing',
      scenario: 'age',
      code,
    })
  })

  test('a second tap on open while opening changes nothing', () => {
    const opening = presentation(choosing, open)
    expect(presentation(opening, open)).toBe(opening)
  })

  test('a handle that arrives after the page was closed is not shown', () => {
    const closed = presentation(presentation(choosing, open), { type: 'close' })
    expect(presentation(closed, { type: 'opened', code })).toEqual(choosing)
  })

  test('what is shown cannot be changed to another purpose without closing', () => {
    expect(presentation(showing, { type: 'choose', scenario: 'age' })).toBe(showing)
  })

  test('asks for the PIN where the server wants one, and then opens', () => {
    const locked = presentation(presentation(choosing, open), {
      type: 'failed',
      reason: 'UNLOCK_REQUIRED',
    })
    expect(locked).toEqual({ phase: 'locked', scenario: 'hotel', forms: open.forms })
    expect(presentation(locked, open).phase).toBe('opening')
  })

  test('a failure stops with its code, and opening again is possible', () => {
    const stopped = presentation(presentation(choosing, open), {
      type: 'failed',
      reason: 'OFFLINE',
    })
    expect(stopped).toEqual({ phase: 'stopped', scenario: 'hotel', forms: open.forms, reason: 'OFFLINE' })
    expect(presentation(stopped, open).phase).toBe('opening')
  })

  test('a receipt that is still waiting, or of another handle, leaves the code on the screen', () => {
    const waiting = { type: 'recorded', use: 'h', receipt: { state: 'waiting' } } as const
    expect(presentation(showing, waiting)).toBe(showing)
    expect(presentation(showing, { type: 'recorded', use: 'other', receipt: receipt('shown') })).toBe(showing)
  })

  test.each(['accepted', 'refused', 'disputed'] as const)(
    'after the desk saw it, its last word (%s) follows and ends the watch',
    (state) => {
      const seen = received('shown')
      expect(awaitedUse(seen)).toBe('h')
      const decided = presentation(seen, { type: 'recorded', use: 'h', receipt: receipt(state) })
      expect(decided).toMatchObject({ phase: 'received', receipt: { state } })
      expect(awaitedUse(decided)).toBeUndefined()
    },
  )

  test('the same receipt again draws nothing anew', () => {
    const seen = received('shown')
    expect(presentation(seen, { type: 'recorded', use: 'h', receipt: receipt('shown') })).toBe(seen)
  })
})
