import { describe, expect, test } from 'vitest'
import {
  type AskingDesk,
  awaitedAnswer,
  type DeskAnswer,
  type DeskAnswerEvent,
  deskAnswer,
} from '#citizen/desk/desk-answer'

const desk: AskingDesk = {
  text: 'ND1:…',
  code: { issuerId: 1, scenario: 'bank', nonce: 'n', iat: 1, name: { zh: '银行', en: 'Bank' } },
}
const run = (...events: DeskAnswerEvent[]) => events.reduce<DeskAnswer>(deskAnswer, { phase: 'scanning' })
const scanned = { type: 'scanned' } as const
const read = { type: 'read', desk } as const
const approve = { type: 'approve' } as const
const decline = { type: 'decline' } as const
const handedOver = { type: 'handed-over', use: 'h' } as const
const failed = (reason: 'OFFLINE' | 'UNLOCK_REQUIRED' | 'DESK_CODE_EXPIRED') =>
  ({ type: 'failed', reason }) as const
const recorded = (state: 'shown' | 'accepted') =>
  ({ type: 'recorded', use: 'h', receipt: { state, at: 1, scenario: 'bank', disclosed: [] } }) as const

describe('deskAnswer', () => {
  test('goes from the scan through approval to the desk’s decision', () => {
    expect(run(scanned, read)).toEqual({ phase: 'asked', desk })
    expect(run(scanned, read, approve, handedOver)).toEqual({ phase: 'waiting', use: 'h', desk })
    const shown = run(scanned, read, approve, handedOver, recorded('shown'))
    expect(shown).toMatchObject({ phase: 'received', receipt: { state: 'shown' } })
    expect(awaitedAnswer(shown)).toBe('h')
    const accepted = deskAnswer(shown, recorded('accepted'))
    expect(accepted).toMatchObject({ phase: 'received', receipt: { state: 'accepted' } })
    expect(awaitedAnswer(accepted)).toBeUndefined()
  })

  test('what was declined cannot be approved any more', () => {
    expect(run(scanned, read, decline, approve)).toEqual({ phase: 'declined' })
  })

  test('a second code in view, and a second tap, change nothing', () => {
    expect(run(scanned, read, scanned, { ...read, desk: { ...desk, text: 'other' } })).toEqual({
      phase: 'asked',
      desk,
    })
    expect(run(scanned, read, approve, approve)).toEqual({ phase: 'sending', desk })
  })

  test('asks for the PIN where the server wants one, and then goes on with the same desk', () => {
    const locked = run(scanned, read, approve, failed('UNLOCK_REQUIRED'))
    expect(locked).toEqual({ phase: 'locked', desk })
    expect(deskAnswer(locked, approve)).toEqual({ phase: 'sending', desk })
    expect(deskAnswer(locked, decline)).toEqual({ phase: 'declined' })
  })

  test('a code that expires while it is read stops; once it was sent, that no longer matters', () => {
    expect(run(scanned, read, failed('DESK_CODE_EXPIRED'))).toEqual({
      phase: 'stopped',
      reason: 'DESK_CODE_EXPIRED',
    })
    const waiting = run(scanned, read, approve, handedOver)
    expect(deskAnswer(waiting, failed('DESK_CODE_EXPIRED'))).toBe(waiting)
  })

  test('a desk that does not look is given up, but not one that did', () => {
    const lapse = { type: 'lapse' } as const
    expect(run(scanned, read, approve, handedOver, lapse)).toEqual({ phase: 'lapsed' })
    const shown = run(scanned, read, approve, handedOver, recorded('shown'))
    expect(deskAnswer(shown, lapse)).toBe(shown)
  })

  test('can scan the next code from every state', () => {
    expect(run(scanned, failed('OFFLINE'), { type: 'rescan' })).toEqual({ phase: 'scanning' })
  })
})
