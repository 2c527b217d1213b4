import type {
  ChildIssued,
  CounterApplied,
  CounterBegun,
  CounterEvent,
  CounterWaiting,
} from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { HeldChild } from '../wallet/held-children'
import type { HeldCredential } from '../wallet/held-credential'
import type { EnrolmentPorts } from './submit-enrolment'

interface CounterPorts extends Pick<EnrolmentPorts, 'ask' | 'now' | 'phoneKey'> {
  /** Of the identity on this phone, for a child of its holder's. */
  readonly vouchForChild: (application: string) => Promise<void>
  /** This phone holds somebody's identity. */
  readonly holds: () => boolean
}

/** What the officer needs, and what this phone needs to fetch the credential afterwards. */
export interface CounterApplication {
  readonly applicationId: string
  /** Eight digits. */
  readonly code: string
  /** Unix seconds. */
  readonly expiresAt: number
  /** For the card of a child, shown by the holder of this phone. */
  readonly forChild?: true
}

/** Opens an application at a counter. It is bound to no key yet. */
export function beginAtCounter({ ask }: Pick<CounterPorts, 'ask'>): Promise<CounterBegun> {
  return ask<CounterBegun>('enrol', { action: 'counter-begin' } satisfies CounterEvent)
}

/**
 * Binds an application to this phone's key; no face is processed. For a child the holder of the identity on this phone vouches; a phone
 * that holds none becomes the child's own.
 *
 * @throws NanshaError UNLOCK_REQUIRED and GUARDIAN_UNDER_AGE of who vouches, …
 */
export async function applyAtCounter(
  { ask, now, phoneKey, vouchForChild, holds }: CounterPorts,
  { applicationId, audience, nonce, expiresAt }: CounterBegun,
  forChild: boolean,
): Promise<CounterApplication> {
  const vouches = forChild && holds()
  if (vouches) await vouchForChild(applicationId)
  const proof = createProofOfPossession({
    key: await phoneKey(),
    audience,
    nonce,
    issuedAt: unixSeconds(now()),
  })
  const event: CounterEvent = {
    action: 'counter-apply',
    applicationId,
    proof,
    ...(forChild && !vouches && { forChild }),
  }
  const { code } = await ask<CounterApplied>('enrol', event)
  return { applicationId, code, expiresAt, ...(vouches && { forChild: true }) }
}

/**
 * @returns the identity, or the child's card, or `undefined` until the officer approved
 * @throws NanshaError ENROLMENT_EXPIRED, ENROLMENT_UNKNOWN
 */
export async function collectAtCounter(
  { ask, phoneKey }: Pick<CounterPorts, 'ask' | 'phoneKey'>,
  applicationId: string,
): Promise<HeldCredential | HeldChild | undefined> {
  const event: CounterEvent = { action: 'counter-collect', applicationId }
  const answer = await ask<EnrolIssued | ChildIssued | CounterWaiting>('enrol', event)
  if ('place' in answer) {
    const { place, credential, portrait } = answer
    return { place, credential, portrait }
  }
  return 'credential' in answer ? { key: await phoneKey(), credential: answer.credential } : undefined
}
