import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const CREDENTIAL_OFFERS = defineCollection<CredentialOffer>('credentialOffers', {
  id: 'blind',
  clear: [],
  rounded: { expiresAt: HOUR_MS },
  vouchedBy: 'record',
})

/** An offer of a credential to another wallet. `_id` is the SHA-256 of its pre-authorised code, base64url. */
export interface CredentialOffer extends Stored {
  readonly citizenId: string
  /** The phone that asked for it; once that is replaced, the offer is worth nothing. */
  readonly deviceId: string
  /** Six digits, which the citizen types into the other wallet. */
  readonly txCode: string
  /** Wrong ones so far. */
  readonly wrong: number
  /** SHA-256, base64url, of the access token that the code was given for; null before. */
  readonly tokenDigest: string | null
  readonly expiresAt: Date
}
