import type { CredentialTypeName } from '@nansha/shared/credential-types'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import type { CredentialStatus } from '@nansha/shared/status/status-list'
import type { Stored } from '../platform/database'

export const CREDENTIALS = 'credentials'

/** One issued credential. `_id` is its place in the status lists, `<list>.<index>`, which is thereby given once. */
export interface Credential extends Stored {
  readonly citizenId: string
  readonly type: CredentialTypeName
  /** The number of its status list; the first half of `_id`, by which sweep selects. */
  readonly list: number
  readonly holderJwk: EcPublicJwk
  readonly assurance: Assurance
  /** Decides at once online; the published lists follow. Revoked is never left again. */
  readonly status: CredentialStatus
  readonly statusChangedAt: Date
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** Its entry in the issuance log. */
  readonly logIndex: number
}
