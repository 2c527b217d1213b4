import * as v from 'valibot'
import { cardAddress, compactJws, ethnicGroup, fileId, id, personName, residentNumber } from '../fields'
import { CARD_SIDES, type CardSide } from '../identity-card'
import type { IdentityDocument } from '../identity-document'
import { ACTIONS_ASKED, COLOURS_SHOWN, type LightColour, type LivenessAction, MOST_FRAMES } from '../liveness'

/** The version of the notice on face processing that the citizen agreed to. */
export const CONSENT_VERSION = '2026-12'

/** SHA-256 of a picture as it will be uploaded, base64url. */
const digest = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

const files = v.pipe(
  v.strictObject({
    card: fileId,
    /** Where {@link EnrolBegun.capture} is `platform`. */
    selfie: v.optional(fileId),
    /** Of the guided capture, in the order taken, at {@link LivenessAsked.frames} + `0`, `1`, …; they replace the selfie. */
    frames: v.optional(v.pipe(v.array(fileId), v.minLength(1), v.maxLength(MOST_FRAMES))),
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
    side: v.picklist(CARD_SIDES),
    /** At `uploads.card` for the portrait side, at `uploads.emblem` for the other. */
    card: fileId,
  }),
  /** When the person is ready to be filmed; answers {@link LivenessAsked}. Each call draws anew, eight times at most. */
  v.strictObject({ action: v.literal('challenge'), enrolmentId: id }),
  /**
   * Fixes the frames of a step and answers {@link StepAnswered}: the next step is told only after that. Repeating the
   * event, because the answer was lost, gives the same answer.
   */
  v.strictObject({
    action: v.literal('answer-step'),
    enrolmentId: id,
    step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ACTIONS_ASKED + 1)),
    digests: v.pipe(v.array(digest), v.minLength(1), v.maxLength(COLOURS_SHOWN)),
  }),
  /**
   * As soon as the frames of all steps, or the selfie, are uploaded: looks whether the person can be made out and does as
   * asked, before anybody reads their details. Repeating the event, because the answer was lost, gives the same answer.
   */
  v.strictObject({ action: v.literal('check-selfie'), enrolmentId: id }),
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
  /**
   * A phone whose holder shows their face again, without a card: a request that its key signed, with the action `face-begin`
   * of `WalletAction`; answers {@link EnrolBegun}. Then follow `challenge` and `answer-step`, or `film`, as in an enrolment.
   */
  v.strictObject({ action: v.literal('face-begin'), request: compactJws }),
  /** Likewise with `face-submit`, once the frames are uploaded or the platform has filmed; answers {@link FaceShown}. */
  v.strictObject({ action: v.literal('face-submit'), request: compactJws }),
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
  /** One-time cloud paths; an upload anywhere else is not accepted. */
  readonly uploads: {
    readonly card: string
    readonly emblem: string
    readonly selfie: string
  }
}

/** One field as read off the card. */
export interface CardField {
  readonly value: string
  /** 0 … 1 */
  readonly confidence: number
  /** A person must compare this value with the card; always for the name. */
  readonly confirm: boolean
  /** Only the ethnic group has one: its word is none of the 56, or the card has no such field. */
  readonly remark?: 'unlisted' | 'not-printed'
}

/**
 * `number, name, sex, ethnicity, birthdate, address` with the crop of the portrait (JPEG, base64), or `authority,
 * validFrom, validUntil`. Of a foreign permanent resident's card `number, name, chineseName, sex, birthdate, nationality,
 * validFrom, validUntil` with the crop, or `authority`. `submit` must repeat the number. A name that differs, and `corrections` of ethnic group and
 * address, are remembered as such: nothing on the card contradicts them. Sex and birthdate follow from the number, whose
 * check character guards it, and the validity from the law's terms: a wrong value of these needs another photo.
 */
export interface CardRead {
  readonly side: CardSide
  readonly fields: Readonly<Record<string, CardField>>
  /** Only the emblem side has it: the document that its title names. */
  readonly document?: IdentityDocument
  readonly portrait?: string
}

/** One thing that the guided capture asks of the person; {@link framesOf} says how many frames answer it. */
export type LivenessStep =
  | { readonly number: number; readonly request: 'look-straight' | LivenessAction }
  /** The screen shows the colours in turn, and a frame is taken under each. */
  | { readonly number: number; readonly request: 'light'; readonly colours: readonly LightColour[] }

/** The first step of a guided capture; each other one is told once the one before was answered. */
export interface LivenessAsked {
  /** One-time cloud path of this challenge's frames, to which a number is appended. */
  readonly frames: string
  /** Steps in all. */
  readonly steps: number
  readonly step: LivenessStep
  /** Unix seconds; no step is answered later than this. */
  readonly expiresAt: number
}

export interface StepAnswered {
  /** What is asked next; null when everything was. */
  readonly step: LivenessStep | null
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

/** The holder was seen again. */
export interface FaceShown {
  /** Unix seconds from which the face counts. */
  readonly seenAt: number
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
