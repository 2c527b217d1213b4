import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import type { Envelopes } from '../crypto/envelope'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { SealForReceiver } from '../guests/seal-for-receiver'
import type { Operators } from '../organisation/operators'
import type { Database } from '../platform/database'

export interface VerifyPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  /** Uniform integer from 0 to below its argument. */
  readonly randomInt: (below: number) => number
  readonly envelopes: Envelopes
  /** Seals what a hotel registers of a guest. */
  readonly sealForReceiver: SealForReceiver
  readonly verifySignature: VerifySignature
  readonly issuerUrl: string
  /** Two bytes that name this issuer in tickets. */
  readonly issuerId: number
  /** Signs answers, bundles and desk codes; it cannot make credentials. */
  readonly deskSigner: Signer
  /** The trust list as its roots signed it: compact JWS. */
  readonly trustList: string
  /** The same trust list, parsed. */
  readonly trust: TrustList
  /** Who is told how to go on when they open the companion. */
  readonly operators: Operators
  /** True in a local deployment only. */
  readonly acceptSpecimens: boolean
}
