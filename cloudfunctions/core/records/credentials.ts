import { DAY_MS } from '@nansha/shared/clock/durations'
import type { CredentialTypeName } from '@nansha/shared/credential-types'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import type { CredentialStatus } from '@nansha/shared/status/status-list'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'
import { sealedBytes } from './sealed-field'

export const CREDENTIALS = defineCollection<Credential>('credentials', {
  clear: ['citizenId', 'list', 'status', 'fingerprint'],
  rounded: { statusChangedAt: DAY_MS },
  vouchedBy: 'record',
})

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
  /**
   * What the issuance log names it by, sealed: the log is public, and who has which credential is not. Absent in records
   * that name their entry of the former chain.
   */
  readonly fingerprint?: Envelope
  /** Index in the former hash chain, of a record from that time. */
  readonly logIndex?: number
}

export const FINGERPRINT = sealedBytes(CREDENTIALS, 'fingerprint')
