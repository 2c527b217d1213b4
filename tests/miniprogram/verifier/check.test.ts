import type { TicketVerified } from '@nansha/shared/api/verify'
import { describe, expect, test } from 'vitest'
import { type Check, type CheckEvent, nextCheck } from '../../../miniprogram/verifier/src/check/check'

const use: TicketVerified = {
  useId: 'use-0123456789abcdef',
  scenario: 'hotel',
  claims: { name: '欧阳思南', id_number_last4: '002X' },
  portrait: 'UklGRg==',
  at: 1_790_000_000,
  verdict: 'a.b.c',
}
const run = (...events: CheckEvent[]) => events.reduce<Check>(nextCheck, { at: 'scanning' })
const scanned = { type: 'scanned', ticket: 'NS1:A' } as const
const verified = { type: 'verified', use } as const

describe('one guest', () => {
  test('scanned, verified, compared, confirmed: accepted', () => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches: true },
      { type: 'confirmed', verdict: 'accepted' },
    )
    expect(check).toEqual({ at: 'accepted', use })
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
    const { portrait: _, ...bare } = use
    expect(run(scanned, { type: 'verified', use: bare })).toEqual({
      at: 'refused',
      code: 'SERVICE_UNAVAILABLE',
    })
    expect(run(scanned, { type: 'verified', use: { ...use, portrait: '' } }).at).toBe('refused')
  })

  test('a second code while one is checked changes nothing', () => {
    expect(run(scanned, { type: 'scanned', ticket: 'NS1:B' })).toEqual({ at: 'checking', ticket: 'NS1:A' })
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

  test('a ticket that never arrived can', () => {
    const check = run(scanned, { type: 'failed', code: 'OFFLINE' }, { type: 'retry' })
    expect(check).toEqual({ at: 'checking', ticket: 'NS1:A' })
  })

  test('a decision that never arrived is asked for again, with the portrait still there', () => {
    const check = run(
      scanned,
      verified,
      { type: 'compared', portraitMatches: true },
      { type: 'failed', code: 'OFFLINE' },
    )
    expect(check).toEqual({ at: 'comparing', use, failure: 'OFFLINE' })
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
