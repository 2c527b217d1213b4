import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { Envelopes } from '../crypto/envelope'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'

export interface VerifyPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly envelopes: Envelopes
  readonly verifySignature: VerifySignature
  /** Two bytes that name this issuer in tickets. */
  readonly issuerId: number
  /** True in a local deployment only. */
  readonly acceptSpecimens: boolean
}
