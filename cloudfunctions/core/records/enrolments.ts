import type { LivenessChallenge } from '../face/liveness/challenge'
import type { Stored } from '../platform/database'
import type { PlatformSession } from '../registry/population-registry'
import type { AccountKey } from './account-key'

export const ENROLMENTS = 'enrolments'

/** One try at enrolling, from consent to decision. Holds nothing personal: that only ever passes through memory. */
export interface Enrolment extends Stored {
  readonly account: AccountKey
  readonly consent: { readonly version: string; readonly at: Date }
  /** Goes into the proof of possession; good once, because an enrolment is submitted once. */
  readonly nonce: string
  /** Where the platform films the person itself: its session, once the citizen gave name and number. */
  readonly session: PlatformSession | null
  /** What the person was asked to do before the camera; null until they were ready. */
  readonly challenge: AskedChallenge | null
  /** `taken` as soon as it was submitted, whatever comes of it. */
  readonly state: 'begun' | 'taken'
  readonly expiresAt: Date
}

export interface AskedChallenge extends LivenessChallenge {
  /** How many were drawn in this enrolment, this one included. */
  readonly drawn: number
  readonly expiresAt: Date
}
