import type { Registrant } from '@nansha/shared/openid4vp/registration'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const RELYING_PARTIES = defineCollection<RelyingParty>('relyingParties', {
  clear: 'all',
  vouchedBy: 'staff',
})

/** A website that may ask online. `_id` is the SHA-256 of its certificate, base64url: the second half of its `client_id`. */
export interface RelyingParty extends Stored {
  readonly registrant: Registrant
  readonly registeredAt: Date
  /** From then on the registrar no longer vouches for it. */
  readonly withdrawnAt: Date | null
}
