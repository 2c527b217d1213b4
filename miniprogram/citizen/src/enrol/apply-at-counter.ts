import type { CounterApplied, CounterBegun, CounterEvent, CounterWaiting } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { HeldCredential } from '../wallet/held-credential'
import type { EnrolmentPorts } from './submit-enrolment'

type CounterPorts = Pick<EnrolmentPorts, 'ask' | 'now' | 'phoneKey'>

/** What the officer needs, and what this phone needs to fetch the credential afterwards. */
export interface CounterApplication {
  readonly applicationId: string
  /** Eight digits. */
  readonly code: string
  /** Unix seconds. */
  readonly expiresAt: number
}

/**
 * Opens an application at a counter and binds it to this phone's key; no face is processed.
 *
 * @throws NanshaError PHONE_HOLDS_ANOTHER for a child on a phone that holds an identity, …
 */
export async function applyAtCounter(
  { ask, now, phoneKey }: CounterPorts,
  forChild: boolean,
): Promise<CounterApplication> {
  const enrol = <Result>(event: CounterEvent) => ask<Result>('enrol', event)
  const { applicationId, audience, nonce, expiresAt } = await enrol<CounterBegun>({ action: 'counter-begin' })
  const proof = createProofOfPossession({
    key: await phoneKey(),
    audience,
    nonce,
    issuedAt: unixSeconds(now()),
  })
  const { code } = await enrol<CounterApplied>({
    action: 'counter-apply',
    applicationId,
    proof,
    ...(forChild && { forChild }),
  })
  return { applicationId, code, expiresAt }
}

/**
 * @returns the credential, or `undefined` until the officer approved
 * @throws NanshaError ENROLMENT_EXPIRED, ENROLMENT_UNKNOWN
 */
export async function collectAtCounter(
  { ask, phoneKey }: CounterPorts,
  applicationId: string,
): Promise<HeldCredential | undefined> {
  const event: CounterEvent = { action: 'counter-collect', applicationId }
  const answer = await ask<EnrolIssued | CounterWaiting>('enrol', event)
  return 'credential' in answer ? { key: await phoneKey(), credential: answer.credential } : undefined
}
