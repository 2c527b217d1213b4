import type { ErrorCode } from '@nansha/shared/errors'
import type { IdentityDocument } from '@nansha/shared/identity-document'
import type { Envelope } from '../crypto/envelope'
import type { FaceMatch } from '../face/face-match'
import type { LivenessChallenge } from '../face/liveness/challenge'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import { sealedJson } from './sealed-field'

export const ENROLMENTS = defineCollection<Enrolment>('enrolments', {
  clear: ['state', 'reading', 'checked', 'expiresAt'],
  vouchedBy: 'record',
})

/** One try at enrolling, from consent to decision. What is personal in it is sealed, and gone in half an hour. */
export interface Enrolment extends Stored {
  readonly account: AccountKey
  readonly consent: { readonly version: string; readonly at: Date }
  /** Goes into the proof of possession; good once, because an enrolment is submitted once. */
  readonly nonce: string
  /** {@link CardReading} as JSON, sealed at `enrolments/<_id>/reading`; null until a side was read. */
  readonly reading: Envelope<CardReading> | null
  /** How many photos of the card were read. */
  readonly reads: number
  /** Where the platform films the person itself: its session, once the citizen gave name and number. */
  readonly session: PlatformSession | null
  /** What the person was asked to do before the camera; null until they were ready. */
  readonly challenge: AskedChallenge | null
  /** The ids of all challenges that were drawn: frames may lie at the paths of each. */
  readonly challenges: readonly string[]
  /** {@link CheckedSelfie} as JSON, sealed at `enrolments/<_id>/checked`; null until the person was looked at. */
  readonly checked: Envelope<CheckedSelfie> | null
  /** How often the person was looked at before the submission. */
  readonly checks: number
  /** When the platform's filming was opened: the person cannot have been filmed earlier. */
  readonly filming: Date | null
  /** The phone whose holder shows their face again, without a card; null for an enrolment. */
  readonly recheck: { readonly deviceId: string } | null
  /** `taken` as soon as it was submitted, whatever comes of it; `cancelled` when the citizen gave it up. */
  readonly state: 'begun' | 'taken' | 'cancelled'
  readonly expiresAt: Date
}

export interface AskedChallenge extends LivenessChallenge {
  /** When it was drawn: the person cannot have been filmed earlier. */
  readonly askedAt: Date
  /** When the step that is open was told. */
  readonly toldAt: Date
  /** `photoDigest` of the frames of each step that was answered, in order: they are fixed before the next step is told. */
  readonly answers: readonly StepAnswer[]
}

export interface StepAnswer {
  readonly digests: readonly string[]
}

/**
 * What came of looking at the person before the submission. A refusal was told; how the person compares with the card is
 * told nobody until the enrolment is decided.
 */
export type CheckedSelfie = SelfieRefused | SelfieSeen

interface OfSelfie {
  /** What was looked at: the id of the challenge, whose frames are fixed, or the `photoDigest` of a selfie. */
  readonly of: string
}

export interface SelfieRefused extends OfSelfie {
  readonly refusal: { readonly code: ErrorCode; readonly step?: number }
}

export interface SelfieSeen extends OfSelfie {
  /** `photoDigest` of the photo of the card that was compared; null where none was read yet. */
  readonly card: string | null
  readonly shown: number
  readonly match: FaceMatch
  readonly fingerprints: readonly string[]
}

/** What was read off the two sides of the card so far. A submission needs both. */
export interface CardReading {
  readonly portrait?: ResidentSide | PermanentSide
  readonly emblem?: EmblemSide
}

interface PortraitSide {
  /** `photoDigest` of the photo: the face is compared with the one on the very card that was read. */
  readonly digest: string
  readonly number: string
  readonly name: string
}

/** The portrait side of an ID card or a residence permit. */
export interface ResidentSide extends PortraitSide {
  readonly ethnicity: string
  readonly address: string
}

/** The portrait side of a foreign permanent resident's card. */
export interface PermanentSide extends PortraitSide {
  /** Empty where the card prints none. */
  readonly chineseName: string
  readonly nationality: string
  readonly validUntil: string
}

/** Whose side it is; a foreign permanent resident's card prints its validity beside the portrait. */
type EmblemSide =
  | {
      readonly validUntil: string
      readonly document: Exclude<IdentityDocument, 'permanent-resident-card'>
    }
  | { readonly document: 'permanent-resident-card' }

export const READING = sealedJson(ENROLMENTS, 'reading')
export const CHECKED = sealedJson(ENROLMENTS, 'checked')

/** A filming by the platform, for one name and number. */
export interface PlatformSession {
  /** What the phone hands to the platform's interface. */
  readonly verifyId: string
  /** The serial number that this cloud gave it: 32 letters and digits. */
  readonly serial: string
  /** Blind index of name and number: it proves nothing for others. */
  readonly subject: string
}
