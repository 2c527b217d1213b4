import { CARD_SEEN, VerifyEvent } from '@nansha/shared/api/verify'
import { ERROR_CODES } from '@nansha/shared/errors'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type Check, type CheckEvent, nextCheck } from '#verifier/check/check'
import { outcomeOf, type Subject } from '#verifier/check/subject'

const subject: Subject = {
  scenario: 'hotel',
  claims: { name: '欧阳思南', id_number_last4: '002X' },
  portrait: 'UklGRg==',
  at: 1_790_000_000,
  evidence: { form: 'ticket', unlock: 'face', useId: 'use-0123456789abcdef' },
}
const run = (...events: CheckEvent[]) => events.reduce<Check>(nextCheck, { at: 'scanning' })
const foreign = { type: 'scanned', text: 'wxp://f2f0AAAAAAAA' } as const
const scanned = { type: 'scanned', text: 'NT1:A' } as const
const verified = { type: 'verified', subject } as const

describe('one guest', () => {
  test('scanned, verified, compared, confirmed: accepted', () => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches: true },
      { type: 'confirmed', verdict: 'accepted' },
    )
    expect(check).toEqual({ at: 'accepted', subject })
  })

  test('never accepted without comparing the portrait', () => {
    expect(run(scanned, verified, { type: 'confirmed', verdict: 'accepted' }).at).toBe('comparing')
  })

  test.each([
    [false, 'accepted'],
    [false, 'refused'],
    [true, 'refused'],
  ] as const)('clerk says %s, server says %s: refused', (portraitMatches, verdict) => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches },
      { type: 'confirmed', verdict },
    )
    expect(check).toEqual({ at: 'refused', code: 'PORTRAIT_MISMATCH' })
  })

  test('without a portrait there is nothing to compare, so it is no acceptance', () => {
    const { portrait: _, ...bare } = subject
    expect(run(scanned, { type: 'verified', subject: bare })).toEqual({
      at: 'refused',
      code: 'SERVICE_UNAVAILABLE',
    })
    expect(run(scanned, { type: 'verified', subject: { ...subject, portrait: '' } }).at).toBe('refused')
  })

  test('a portrait that this device cannot show leads to the card, and never to green', () => {
    const unseen = run(scanned, verified, { type: 'portrait-unseen' })
    expect(unseen.at).toBe('comparing')
    const passed = [
      { type: 'compared', portraitMatches: true },
      { type: 'confirmed', verdict: 'accepted' },
    ] as const
    const check = passed.reduce<Check>(nextCheck, unseen)
    expect(check.at === 'accepted' && outcomeOf(check.subject)).toBe('by-card')
  })

  test('a second code while one is checked changes nothing', () => {
    expect(run(scanned, { type: 'scanned', text: 'NT1:B' })).toEqual({ at: 'checking', ticket: 'NT1:A' })
  })

  test('a late answer does not disturb the next guest', () => {
    expect(run(scanned, { type: 'next' }, verified)).toEqual({ at: 'scanning' })
  })
})

describe('failures', () => {
  test('a refused ticket cannot be sent again', () => {
    const check = run(scanned, { type: 'failed', code: 'TICKET_REPLAYED' })
    expect(check).toEqual({ at: 'refused', code: 'TICKET_REPLAYED' })
    expect(nextCheck(check, { type: 'retry' })).toBe(check)
  })

  test.each(['OFFLINE', 'SERVICE_UNAVAILABLE', 'STORAGE_FULL'] as const)(
    'a ticket of which nothing was decided can be sent again: %s',
    (code) => {
      const check = run(scanned, { type: 'failed', code }, { type: 'retry' })
      expect(check).toEqual({ at: 'checking', ticket: 'NT1:A' })
    },
  )

  test('a foreign code that somebody chose is refused here, and sent to nobody', () => {
    expect(run(foreign)).toEqual({ at: 'refused', code: 'QR_UNREADABLE' })
  })

  test('a decision that never arrived is asked for again, with the portrait still there', () => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches: true },
      { type: 'failed', code: 'OFFLINE' },
    )
    expect(check).toEqual({ at: 'comparing', subject, failure: 'OFFLINE' })
  })

  test('a decision that was refused ends the check', () => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches: true },
      { type: 'failed', code: 'USE_UNKNOWN' },
    )
    expect(check).toEqual({ at: 'refused', code: 'USE_UNKNOWN' })
  })
})

describe('a pass, in two frames', () => {
  const proof = { type: 'scanned', text: 'NP1:PROOF' } as const
  const portrait = { type: 'seen', text: 'NF1:FACE' } as const
  const { portrait: _, ...faceless } = subject
  const genuine = { type: 'verified', subject: faceless } as const

  test('is read frame by frame, whichever comes first', () => {
    const both = { at: 'reading', frames: { proof: 'NP1:PROOF', portrait: 'NF1:FACE' } }
    expect(run(proof, portrait)).toEqual(both)
    expect(run({ type: 'scanned', text: 'NF1:FACE' }, { type: 'seen', text: 'NP1:PROOF' })).toEqual(both)
  })

  test('waits for its portrait once it is known to be genuine, and is compared by it', () => {
    expect(run(proof, genuine)).toEqual({
      at: 'reading',
      frames: { proof: 'NP1:PROOF' },
      genuine: faceless,
    })
    expect(run(proof, genuine, portrait)).toEqual({
      at: 'reading',
      frames: { proof: 'NP1:PROOF', portrait: 'NF1:FACE' },
    })
    expect(run(proof, genuine, portrait, verified)).toEqual({ at: 'comparing', subject })
  })

  test('the same frame again changes nothing, a newer proof takes the place of the old', () => {
    const waiting = run(proof, genuine)
    expect(nextCheck(waiting, { type: 'seen', text: 'NP1:PROOF' })).toBe(waiting)
    expect(nextCheck(waiting, { type: 'seen', text: 'NP1:NEWER' })).toEqual({
      at: 'reading',
      frames: { proof: 'NP1:NEWER' },
    })
  })

  test('another phone begins anew: its proof never meets the portrait of the one before', () => {
    expect(run({ type: 'scanned', text: 'NF1:OTHER' }, proof)).toEqual({
      at: 'reading',
      frames: { proof: 'NP1:PROOF' },
    })
  })

  test('in bad light is read however long its portrait takes, and whichever frame was first', () => {
    const both = { at: 'reading', frames: { proof: 'NP1:PROOF', portrait: 'NF1:FACE' } }
    const late = { type: 'scanned', text: 'NF1:FACE' } as const
    expect(run(proof, late)).toEqual(both)
    expect(run(proof, genuine, late)).toEqual(both)
    expect(run(late, proof, late)).toEqual(both)
  })

  test('without its portrait it is compared by the card, and only once it is genuine', () => {
    expect(run(proof, { type: 'go-on-without-portrait' }).at).toBe('reading')
    expect(run(proof, genuine, { type: 'go-on-without-portrait' })).toEqual({
      at: 'comparing',
      subject: faceless,
    })
    expect(outcomeOf(faceless)).toBe('by-card')
  })

  test('the last phone is not read on: what it still shows changes nothing', () => {
    expect(run(portrait)).toEqual({ at: 'scanning' })
  })

  test('of somebody under age is genuine, and no acceptance', () => {
    expect(outcomeOf({ ...subject, claims: { 'age_equal_or_over.18': false } })).toBe('under-age')
    expect(outcomeOf({ ...subject, claims: { 'age_equal_or_over.18': true } })).toBe('accepted')
  })
})

describe('a desk that shows the code', () => {
  test('compares whoever answered it', () => {
    expect(run({ type: 'arrived', subject })).toEqual({ at: 'comparing', subject })
  })

  test('says why an answer was turned away', () => {
    expect(run({ type: 'turned-away', code: 'CREDENTIAL_FROZEN' })).toEqual({
      at: 'refused',
      code: 'CREDENTIAL_FROZEN',
    })
  })
})

test.each(ERROR_CODES)(
  'from the refusal %s the clerk goes on to the plastic card, which can be recorded',
  (code) => {
    expect(nextCheck({ at: 'refused', code, ticket: scanned.text }, { type: 'check-card' })).toEqual({
      at: 'card',
      refused: code,
    })
    for (const card of CARD_SEEN) {
      const event = { action: 'card-check', check: 'c'.repeat(22), scenario: 'hotel', refused: code, card }
      expect(v.is(VerifyEvent, event)).toBe(true)
    }
  },
)
