import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import { sealedBytes } from './sealed-field'

export const COUNTER_APPLICATIONS = defineCollection<CounterApplication>('counterApplications', {
  // The folders are the sweep's, which deletes what was uploaded to them.
  clear: ['folders', 'credential', 'expiresAt'],
  vouchedBy: 'record',
})

/** A phone that waits at a counter for an officer. Holds nothing personal until it was approved, and minutes after. */
export interface CounterApplication extends Stored {
  readonly account: AccountKey
  /** The account's, so that an officer is known in either app; null where the platform does not tell. */
  readonly unionId: string | null
  /** Goes into the proof of possession. */
  readonly nonce: string
  /** Null until possession was proven. */
  readonly publicJwk: EcPublicJwk | null
  /** `_id` of the {@link CounterCode} that the phone shows; null until possession was proven, and from approval on. */
  readonly codeId: string | null
  /** The officer who last opened it by its code, and who decides on it; null before. */
  readonly officer: { readonly account: AccountKey; readonly organisationId: string } | null
  /** Folders that officers were given to upload to, newest last. The applicant is told none of them. */
  readonly folders: readonly string[]
  /** Whose child it is for, once a phone has vouched for it; null for who applies for themselves. */
  readonly guardian: { readonly citizenId: string; readonly deviceId: string } | null
  /** The child's card that was issued upon it, from approval on: its place on the guardian's phone, and which card it is. */
  readonly child: { readonly place: number; readonly credentialId: string } | null
  /** Questions to the register of households. */
  readonly lookups: number
  /** Photos of the card that were read. */
  readonly reads: number
  /** Sealed at `counterApplications/<_id>/credential` from approval until the phone collects it. */
  readonly credential: Envelope | null
  readonly expiresAt: Date
}

/** The issued credential as UTF-8. */
export const HANDED_CREDENTIAL = sealedBytes(COUNTER_APPLICATIONS, 'credential')
