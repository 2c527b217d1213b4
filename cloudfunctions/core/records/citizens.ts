import type { Assurance } from '@nansha/shared/scenarios'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import { sealedBytes, sealedJson } from './sealed-field'

export const CITIZENS = defineCollection<Citizen>('citizens', {
  clear: ['numberIndex', 'claims', 'portrait'],
  asked: ['account'],
  vouchedBy: 'record',
})

/** One proven person. `_id` is random: nothing about the person can be told from it. */
export interface Citizen extends Stored {
  /** The `_id` of this person's number claim. */
  readonly numberIndex: string
  /** The account that enrolled; only it may re-bind, and it alone may freeze. */
  readonly account: AccountKey
  /** {@link CitizenClaims} as JSON, sealed at `citizens/<_id>/claims`. */
  readonly claims: Envelope<CitizenClaims>
  /** The live image that the registry confirmed, WebP, sealed at `citizens/<_id>/portrait`. */
  readonly portrait: Envelope
  readonly assurance: Assurance
  /** What the citizen agreed to: the notice's version, and when. */
  readonly consent: { readonly version: string; readonly at: Date }
  /** The newest credential, whatever its status now. */
  readonly credentialId: string
  /** The phone that it is bound to. */
  readonly deviceId: string
  readonly enrolledAt: Date
  /** When this account agreed to messages in the chat app; its next phone finds it so. */
  readonly alertsSince?: Date | null
  /** Places of children's cards on that phone; one that the sweep forgot may still be named. */
  readonly children?: readonly number[]
}

export const CITIZEN_CLAIMS = sealedJson(CITIZENS, 'claims')
export const CITIZEN_PORTRAIT = sealedBytes(CITIZENS, 'portrait')

/** What is known of a citizen, by claim name (shared/claims.ts); the optional ones come off the card. */
export interface CitizenClaims {
  readonly name: string
  readonly id_number: string
  readonly sex: 'male' | 'female'
  /** `YYYY-MM-DD` */
  readonly birthdate: string
  readonly ethnicity?: string
  /** Three letters; a foreign permanent resident alone has it here. */
  readonly nationality?: string
  /** A foreign permanent resident has it whose card prints one; {@link name} is in Latin letters. */
  readonly chinese_name?: string
  readonly address?: string
  /** Last day the physical card is valid, `YYYY-MM-DD`, or `long-term`. */
  readonly card_validity?: string
}
