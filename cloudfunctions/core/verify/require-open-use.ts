import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { CREDENTIALS } from '../records/credentials'
import type { Use } from '../records/uses'
import { type Desk, requireScenario } from './require-entitlement'

/** A clerk compares a portrait in seconds; this allows for a queue and a lost network. */
const OPEN_FOR_MS = 10 * MINUTE_MS

/**
 * The citizen was shown to one organisation: a clerk who now works for another one has no say in it.
 *
 * @throws NanshaError USE_UNKNOWN
 */
export function requireOwn(desk: Desk, use: Use | null): asserts use is Use {
  if (use?.organisationId !== desk.organisation._id) throw new NanshaError('USE_UNKNOWN')
}

/**
 * Whether a check still waits for the clerk's decision, under a licence that still holds.
 *
 * @param now Unix milliseconds
 * @throws NanshaError USE_DECIDED, STAFF_NOT_ENTITLED, LICENCE_…, USE_EXPIRED
 */
export function requireOpenUse(desk: Desk, { state, scenario, at }: Use, now: number): void {
  if (state !== 'shown') throw new NanshaError('USE_DECIDED')
  requireScenario(desk, scenario, now)
  if (at.getTime() + OPEN_FOR_MS < now) throw new NanshaError('USE_EXPIRED')
}

/** Of a child's card, that and the identity of the guardian who showed it. @throws NanshaError CREDENTIAL_FROZEN, CREDENTIAL_REVOKED */
export async function requireStillValid(
  transaction: Transaction,
  { credentialId, child }: Use['subject'],
): Promise<void> {
  for (const id of child ? [credentialId, child.credentialId] : [credentialId]) {
    const credential = await transaction.in(CREDENTIALS).get(id)
    if (credential?.status === 'frozen') throw new NanshaError('CREDENTIAL_FROZEN')
    if (credential?.status !== 'valid') throw new NanshaError('CREDENTIAL_REVOKED')
  }
}
