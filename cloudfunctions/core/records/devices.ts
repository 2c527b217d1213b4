import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'

export const DEVICES = 'devices'

/** A phone key bound to a citizen. `_id` is the RFC 7638 thumbprint of the key, so a key is bound once, ever. */
export interface Device extends Stored {
  readonly citizenId: string
  readonly credentialId: string
  readonly account: AccountKey
  /** P-256 public key: coordinates in base64url. */
  readonly publicJwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  readonly status: 'active' | 'revoked'
  readonly boundAt: Date
  /** Last signed request; tells whether an old phone is still in use when another asks to replace it. */
  readonly lastSeenAt: Date
}
