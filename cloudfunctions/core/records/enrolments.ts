import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'

export const ENROLMENTS = 'enrolments'

/** One try at enrolling, from consent to decision. Holds nothing personal: that only ever passes through memory. */
export interface Enrolment extends Stored {
  readonly account: AccountKey
  readonly consent: { readonly version: string; readonly at: Date }
  /** Goes into the proof of possession; good once, because an enrolment is submitted once. */
  readonly nonce: string
  /** `taken` as soon as it was submitted, whatever comes of it. */
  readonly state: 'begun' | 'taken'
  readonly expiresAt: Date
}
