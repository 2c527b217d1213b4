import type { HistoryEntry } from '@nansha/shared/api/wallet'
import { describe, expect, test } from 'vitest'
import { type Presentation, presentation } from '../../../miniprogram/citizen/src/present/presentation'

const choosing: Presentation = { phase: 'choosing', scenario: 'hotel' }
const showing: Presentation = { phase: 'showing', scenario: 'hotel', handle: 'h', openedAt: 1000 }
const use = (at: number, kind: HistoryEntry['kind']): HistoryEntry => ({ id: `${kind}-${at}`, at, kind })

describe('presentation', () => {
  test('goes from choosing over opening to showing', () => {
    const chosen = presentation(choosing, { type: 'choose', scenario: 'age' })
    const opening = presentation(chosen, { type: 'open' })
    expect(presentation(opening, { type: 'opened', handle: 'h', at: 7 })).toEqual({
      phase: 'showing',
      scenario: 'age',
      handle: 'h',
      openedAt: 7,
    })
  })

  test('a second tap on open while opening changes nothing', () => {
    const opening = presentation(choosing, { type: 'open' })
    expect(presentation(opening, { type: 'open' })).toBe(opening)
  })

  test('a handle that arrives after the page was closed is not shown', () => {
    const closed = presentation(presentation(choosing, { type: 'open' }), { type: 'close' })
    expect(presentation(closed, { type: 'opened', handle: 'h', at: 7 })).toEqual(choosing)
  })

  test('what is shown cannot be changed to another purpose without closing', () => {
    expect(presentation(showing, { type: 'choose', scenario: 'age' })).toBe(showing)
  })

  test('the receipt is a use since the code was opened, accepted or refused', () => {
    const earlier = use(999, 'presented')
    expect(presentation(showing, { type: 'recorded', entries: [earlier, use(1001, 'issued')] })).toBe(showing)
    for (const receipt of [use(1000, 'presented'), use(1002, 'refused')]) {
      expect(presentation(showing, { type: 'recorded', entries: [receipt, earlier] })).toEqual({
        phase: 'received',
        scenario: 'hotel',
        receipt,
      })
    }
  })

  test('the clerk finding another face overrides what was checked, and nothing else does', () => {
    const receipt = use(1000, 'presented')
    const received: Presentation = { phase: 'received', scenario: 'hotel', receipt }
    const replay = { ...use(1005, 'refused'), code: 'TICKET_REPLAYED' }
    const mismatch = { ...use(1010, 'refused'), code: 'PORTRAIT_MISMATCH' }
    expect(presentation(received, { type: 'recorded', entries: [replay, receipt] })).toBe(received)
    expect(presentation(received, { type: 'recorded', entries: [mismatch, receipt] })).toMatchObject({
      receipt: mismatch,
    })
  })

  test('a failure stops with its code, and opening again is possible', () => {
    const stopped = presentation(presentation(choosing, { type: 'open' }), {
      type: 'failed',
      code: 'OFFLINE',
    })
    expect(stopped).toEqual({ phase: 'stopped', scenario: 'hotel', code: 'OFFLINE' })
    expect(presentation(stopped, { type: 'open' }).phase).toBe('opening')
  })
})
