import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import type { AlertChannel } from '../alerts/alert-channel'
import type { RecordPorts } from '../credential/record-credential'
import type { Envelopes } from '../crypto/envelope'
import type { PinHash } from '../crypto/pin-hash'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { DocumentRegistries } from '../registry/document-registry'
import type { HouseholdRegistry } from '../registry/household-registry'
import type { VerifySoter } from '../unlock/soter'

/** Makes the portrait that travels in a QR code. */
export type MakePortraitFrame = (portrait: Uint8Array) => Promise<Uint8Array>

export interface WalletPorts extends RecordPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly envelopes: Envelopes
  readonly pins: PinHash
  readonly issuerUrl: string
  /** Two bytes that name this issuer in tickets. */
  readonly issuerId: number
  /** Uniform integer from 0 to below its argument. */
  readonly randomInt: (below: number) => number
  /** The issuer's key, for passes. */
  readonly signer: Signer
  /** The same key under its certificate, for credentials that are shown online; null where there is none. */
  readonly onlineSigner: Signer | null
  readonly randomBytes: (length: number) => Uint8Array
  readonly makePortraitFrame: MakePortraitFrame
  /** The trust list as its roots signed it: compact JWS. */
  readonly trustList: string
  /** The same trust list, parsed: desk codes are checked with the desk keys in it. */
  readonly trust: TrustList
  readonly verifySignature: VerifySignature
  /** True in a local deployment only. */
  readonly acceptSpecimens: boolean
  /** The platform's check of a phone's biometric lock; null where there is none. */
  readonly verifySoter: VerifySoter | null
  /** Who knows of further documents, by type. */
  readonly documents: DocumentRegistries
  /** Messages in the chat app; null where the deployment sends none. */
  readonly alerts: AlertChannel | null
  /** Who knows whose guardian somebody is; null where no children's cards are issued. */
  readonly household: HouseholdRegistry | null
}
