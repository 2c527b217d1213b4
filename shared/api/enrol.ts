import * as v from 'valibot'
import { cardAddress, compactJws, ethnicGroup, fileId, id, personName, residentNumber } from '../fields'

/** The version of the notice on face processing that the citizen agreed to. */
export const CONSENT_VERSION = '2026-11'

/** Frames of a guided capture: a straight look and three actions, four frames each at most. */
export const MOST_FRAMES = 16

/** What a person can be asked to do. Left and right are their own. */
export type LivenessAction = 'turn-left' | 'turn-right' | 'open-mouth' | 'close-eyes'

const frame = v.strictObject({
  fileId,
  /** 0 is looking straight at the camera, then the actions in their order. */
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  /** Milliseconds since the challenge was shown, by the phone's clock. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)),
})

const files = v.pipe(
  v.strictObject({
    card: fileId,
    /** Where {@link EnrolBegun.capture} is `platform`. */
    selfie: v.optional(fileId),
    /** Of the guided capture, in the order taken, uploaded to `uploads.frames` + `0`, `1`, …; they replace the selfie. */
    frames: v.optional(v.pipe(v.array(frame), v.minLength(1), v.maxLength(MOST_FRAMES))),
  }),
  v.check(({ selfie, frames }) => (selfie === undefined) !== (frames === undefined), 'selfie or frames'),
)

/** What the citizen wrote where the card was read wrong; what was read right is left out. */
const corrections = v.strictObject({
  /** Empty where the card prints none. */
  ethnicity: v.exactOptional(v.union([ethnicGroup, v.literal('')])),
  address: v.exactOptional(cardAddress),
})
export type Corrections = v.InferOutput<typeof corrections>

/** Event of the function `enrol`. */
export const EnrolEvent = v.variant('action', [
  v.strictObject({
    action: v.literal('begin'),
    consent: v.strictObject({ face: v.boolean(), version: v.pipe(v.string(), v.maxLength(16)) }),
  }),
  /** As soon as a side of the card is uploaded; answers {@link CardRead}. Both sides before `submit`, as often as it takes. */
  v.strictObject({
    action: v.literal('read-card'),
    enrolmentId: id,
    side: v.picklist(['portrait', 'emblem']),
    /** At `uploads.card` for the portrait side, at `uploads.emblem` for the other. */
    card: fileId,
  }),
  /** When the person is ready to be filmed; answers {@link LivenessAsked}. Each call draws anew, three times at most. */
  v.strictObject({ action: v.literal('challenge'), enrolmentId: id }),
  v.strictObject({
    action: v.literal('submit'),
    enrolmentId: id,
    name: personName,
    idNumber: residentNumber,
    corrections: v.exactOptional(corrections),
    files,
    /** `openid4vci-proof+jwt` of the phone key over `audience` and `nonce` (OpenID4VCI 1.0, Appendix F.1). */
    proof: compactJws,
    /** What the national app made for {@link NetworkIdAsked}, where `film` asked for it and nowhere else. */
    idCardAuthData: v.optional(v.pipe(v.string(), v.maxLength(8192), v.regex(/^[\x21-\x7e]+$/))),
  }),
  /** Before `submit` where {@link EnrolBegun.capture} is `platform`; answers {@link PlatformFilming}. */
  v.strictObject({ action: v.literal('film'), enrolmentId: id, name: personName, idNumber: residentNumber }),
  v.strictObject({ action: v.literal('cancel'), enrolmentId: id }),
  /** For a credential that was postponed; answers {@link EnrolSubmitted}. */
  v.strictObject({ action: v.literal('collect'), enrolmentId: id }),
])
export type EnrolEvent = v.InferOutput<typeof EnrolEvent>

export interface EnrolBegun {
  readonly enrolmentId: string
  /** Goes into the proof of possession as `aud` and `nonce`. */
  readonly audience: string
  readonly nonce: string
  /** Unix seconds. */
  readonly expiresAt: number
  /**
   * `guided`: only the frames of a guided capture are accepted, after `challenge`. `platform`: the person is filmed by
   * `wx.requestFacialVerify` between `film` and `submit`, and a selfie will do.
   */
  readonly capture: 'guided' | 'platform'
  /** Whether `film` will ask for the national network ID as well, which needs an app of its own. */
  readonly networkId: boolean
  /** One-time cloud paths; an upload anywhere else is not accepted. To `frames` a number is appended. */
  readonly uploads: {
    readonly card: string
    readonly emblem: string
    readonly selfie: string
    readonly frames: string
  }
}

/** One field as read off the card. */
export interface CardField {
  readonly value: string
  /** 0 … 1 */
  readonly confidence: number
  /** A person must compare this value with the card; always for the name. */
  readonly confirm: boolean
  /** Of the ethnic group alone: a word that is none of the 56, or a card that has no such field. */
  readonly remark?: 'unlisted' | 'not-printed'
}

/**
 * `number, name, sex, ethnicity, birthdate, address` with the crop of the portrait (JPEG, base64), or `authority,
 * validFrom, validUntil`. `submit` must repeat the number. A name that differs, and `corrections` of ethnic group and
 * address, are remembered as such: nothing on the card contradicts them. Sex and birthdate follow from the number, whose
 * check character guards it, and the validity from the law's terms: a wrong value of these needs another photo.
 */
export interface CardRead {
  readonly side: 'portrait' | 'emblem'
  readonly fields: Readonly<Record<string, CardField>>
  readonly portrait?: string
}

/** What the guided capture asks of the person, in this order, after a straight look. */
export interface LivenessAsked {
  readonly actions: readonly LivenessAction[]
  /** Unix seconds; the submission must arrive before. */
  readonly expiresAt: number
}

export interface PlatformFilming {
  /** For `wx.requestFacialVerify({ verifyId })`. What that says of the result is for the phone's screen alone. */
  readonly verifyId: string
  /** Where {@link EnrolBegun.networkId} is true. */
  readonly networkId?: NetworkIdAsked
}

/** For `wx.ncidas`, as `orgID`, `businessID` and `bizSeq`; its `idCardAuthData` goes into `submit`. */
export interface NetworkIdAsked {
  readonly orgId: string
  readonly businessId: string
  /** 32 letters and digits, good for one transaction. */
  readonly serial: string
}

export interface EnrolIssued {
  /** SD-JWT VC in compact form with all disclosures: `<jws>~<disclosure>~…~` (RFC 9901 §4). */
  readonly credential: string
}

/**
 * The person was proven, but another phone with their credential was in use within a week. It may veto until `readyAt`
 * (Unix seconds); from then on `collect` gives this phone the credential. The old phone may also let go at once.
 */
export interface EnrolPostponed {
  readonly readyAt: number
}

/** What `submit` and `collect` answer: tell them apart by `'credential' in answer`. */
export type EnrolSubmitted = EnrolIssued | EnrolPostponed
