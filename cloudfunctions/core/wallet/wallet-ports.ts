import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { Envelopes } from '../crypto/envelope'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { Credential } from '../records/credentials'
import type { Device } from '../records/devices'

export interface WalletPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly envelopes: Envelopes
  readonly issuerUrl: string
  readonly verifySignature: VerifySignature
}

/** Whose phone signed the request, and the credential on it. */
export interface Holder {
  readonly device: Device
  readonly credential: Credential
}
