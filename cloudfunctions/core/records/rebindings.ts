import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import type { CitizenClaims } from './citizens'
import { defineCollection } from './keeping'
import { sealedBytes, sealedJson } from './sealed-field'

export const REBINDINGS = defineCollection<Rebinding>('rebindings', {
  clear: ['claims', 'portrait', 'expiresAt'],
  asked: ['enrolmentId', 'account'],
  vouchedBy: 'record',
})

/** A proven person's new phone, waiting for the old one's veto. `_id` is the citizen: one waits at a time. */
export interface Rebinding extends Stored {
  readonly enrolmentId: string
  readonly account: AccountKey
  /** The new phone's key, whose possession was proven. */
  readonly publicJwk: EcPublicJwk
  readonly assurance: Assurance
  /** When the person's face was seen. */
  readonly faceAt: Date
  readonly consent: { readonly version: string; readonly at: Date }
  /** Sealed at `rebindings/<_id>/claims` and `…/portrait`. */
  readonly claims: Envelope<CitizenClaims>
  readonly portrait: Envelope
  readonly readyAt: Date
  /** Must be collected before. */
  readonly expiresAt: Date
}

export const REBINDING_CLAIMS = sealedJson(REBINDINGS, 'claims')
export const REBINDING_PORTRAIT = sealedBytes(REBINDINGS, 'portrait')
