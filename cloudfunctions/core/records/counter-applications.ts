import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'

export const COUNTER_APPLICATIONS = 'counterApplications'

/** A phone that waits at a counter for an officer. Holds nothing personal until it was approved, and minutes after. */
export interface CounterApplication extends Stored {
  readonly account: AccountKey
  /** Of the account, so that an officer is known in whatever app; null where the platform does not tell. */
  readonly unionId: string | null
  /** Goes into the proof of possession. */
  readonly nonce: string
  /** Null until possession was proven. */
  readonly publicJwk: EcPublicJwk | null
  /** Eight digits, good for an entitled officer alone; null until possession was proven. */
  readonly code: string | null
  /** Photos of the card that were read. */
  readonly reads: number
  /** Sealed at `counterApplications/<_id>/credential` from approval until the phone collects it. */
  readonly credential: Envelope | null
  readonly expiresAt: Date
}
