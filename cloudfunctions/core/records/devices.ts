import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const DEVICES = defineCollection<Device>('devices', {
  id: 'blind',
  clear: ['citizenId'],
  vouchedBy: 'record',
})

/** A phone key bound to a citizen. `_id` is the RFC 7638 thumbprint of the key, so that a key is bound once. */
export interface Device extends Stored {
  readonly citizenId: string
  readonly credentialId: string
  readonly account: AccountKey
  readonly publicJwk: EcPublicJwk
  readonly status: 'active' | 'revoked'
  readonly boundAt: Date
  /** When the person's face was last seen, or the person by an officer: before the binding, if that was postponed. */
  readonly faceAt: Date
  /** Who saw the face or the person at {@link faceAt}. */
  readonly faceBy: Assurance
  /** Last signed request; tells whether an old phone is still in use when another asks to replace it. */
  readonly lastSeenAt: Date
}
