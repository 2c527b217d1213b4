import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { CheckLiveness } from '../clients/check-liveness'
import type { MatchFaces } from '../clients/match-faces'
import type { ReadCard } from '../clients/read-card'
import type { CredentialPorts } from '../credential/issue-credential'
import type { BlindIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Files } from '../platform/files'
import type { PopulationRegistry } from '../registry/population-registry'

/** What binding a phone to a citizen needs: the issuer's key, time and randomness, and the records. */
export interface IssuingPorts extends CredentialPorts {
  readonly database: Database
  readonly randomId: RandomId
  /** Uniform integer from 0 to below its argument. */
  readonly randomInt: (below: number) => number
  readonly index: BlindIndex
  readonly envelopes: Envelopes
  /** How long a phone in use may object to being replaced. */
  readonly vetoWithinMs: number
}

/** `issuerUrl` is what proofs of possession must name as their audience. */
export interface EnrolPorts extends IssuingPorts {
  readonly files: Files
  /** How file ids of this environment begin. */
  readonly storageRoot: () => Promise<string>
  readonly verifySignature: VerifySignature
  readonly readCard: ReadCard
  readonly matchFaces: MatchFaces
  readonly checkLiveness: CheckLiveness
  readonly registry: PopulationRegistry
  /** Whether a guided capture ends with coloured light of the screen. */
  readonly lightChallenge: boolean
  readonly wait: (milliseconds: number) => Promise<void>
}
