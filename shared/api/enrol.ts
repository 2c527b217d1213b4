import * as v from 'valibot'
import { compactJws, fileId, id, personName, residentNumber } from './fields'

/** The version of the notice on face processing that the citizen agreed to. */
export const CONSENT_VERSION = '2026-11'

/** Event of the function `enrol`. */
export const EnrolEvent = v.variant('action', [
  v.strictObject({
    action: v.literal('begin'),
    consent: v.strictObject({ face: v.boolean(), version: v.pipe(v.string(), v.maxLength(16)) }),
  }),
  v.strictObject({
    action: v.literal('submit'),
    enrolmentId: id,
    name: personName,
    idNumber: residentNumber,
    files: v.strictObject({ card: fileId, selfie: fileId }),
    /** `openid4vci-proof+jwt` of the phone key over `audience` and `nonce` (OpenID4VCI 1.0, Appendix F.1). */
    proof: compactJws,
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
  /** `platform`: the person is filmed by `wx.requestFacialVerify` too, between `film` and `submit`. */
  readonly capture: 'guided' | 'platform'
  /** One-time cloud paths; an upload anywhere else is not accepted. */
  readonly uploads: { readonly card: string; readonly selfie: string }
}

export interface PlatformFilming {
  /** For `wx.requestFacialVerify({ verifyId })`. What that says of the result is for the phone's screen alone. */
  readonly verifyId: string
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
