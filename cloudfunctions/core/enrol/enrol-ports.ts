import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { BlindIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { MatchFaces } from '../face-client/match-faces'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Files } from '../platform/files'
import type { PopulationRegistry } from '../registry/population-registry'

export interface EnrolPorts {
  readonly database: Database
  readonly files: Files
  /** How file ids of this environment begin. */
  readonly storageRoot: () => Promise<string>
  readonly now: Now
  readonly randomId: RandomId
  readonly index: BlindIndex
  readonly envelopes: Envelopes
  /** The issuer's URL: what proofs of possession must name. */
  readonly issuerUrl: string
  readonly verifySignature: VerifySignature
  readonly matchFaces: MatchFaces
  readonly registry: PopulationRegistry
}
