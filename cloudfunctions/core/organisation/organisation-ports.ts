import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Operators } from './operators'

export interface OrganisationPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly operators: Operators
}

/** Of the register of relying parties. */
export interface RegisterPorts extends OrganisationPorts {
  /** Null in a deployment that has no register of relying parties. */
  readonly registrar: Registrar | null
}

/** Vouches for relying parties. */
export interface Registrar {
  readonly signer: Signer
  readonly issuerUrl: string
  /** Certificates, DER, of the authorities whose leaves may be registered. */
  readonly authorities: readonly Uint8Array[]
  readonly verifySignature: VerifySignature
}
