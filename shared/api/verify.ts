import * as v from 'valibot'
import { ERROR_CODES, type ErrorCode } from '../errors'
import { day, id, unixSeconds } from '../fields'
import { PASS_SCENARIOS, SCENARIO_NAMES, type UnlockMethod } from '../scenarios'

const scenario = v.picklist(SCENARIO_NAMES)

/** What a clerk saw of the plastic card. */
export const CARD_SEEN = ['matches', 'differs', 'missing'] as const
export type CardSeen = (typeof CARD_SEEN)[number]

/** What the comparison of the person's face with the portrait tells the clerk. */
export const FACE_ANSWERS = ['same', 'not-sure', 'different'] as const
export type FaceAnswer = (typeof FACE_ANSWERS)[number]

/** Event of the function `verify`; the caller must be staff of a licensed organisation. */
export const VerifyEvent = v.variant('action', [
  v.strictObject({ action: v.literal('session') }),
  v.strictObject({
    action: v.literal('ticket'),
    scenario,
    /** The text of the QR as scanned. */
    ticket: v.pipe(v.string(), v.maxLength(512)),
  }),
  /** Everything to verify passes without network; ask again every few hours. */
  v.strictObject({ action: v.literal('bundle') }),
  /** The next code of this desk's screen, for scenarios that start from the desk. */
  v.strictObject({
    action: v.literal('desk-code'),
    scenario,
    /** Also eight digits that stand for it, to be read out to somebody who can neither show nor scan a code. */
    spoken: v.optional(v.literal(true)),
  }),
  /** What came in on the codes shown last; ask every second or two. */
  v.strictObject({
    action: v.literal('collect'),
    nonces: v.pipe(v.array(id), v.minLength(1), v.maxLength(5)),
  }),
  /** Reports a pass that was checked without network; repeat until answered. */
  v.strictObject({
    action: v.literal('pass-use'),
    scenario: v.picklist(PASS_SCENARIOS),
    /** The text of the proof frame as scanned. */
    proof: v.pipe(v.string(), v.maxLength(1024)),
    /** Unix seconds at which it was scanned. */
    at: unixSeconds,
    /** What the attendant decided. */
    accepted: v.boolean(),
  }),
  /** A code was refused, and the clerk looked at the plastic card instead; repeat until answered. */
  v.strictObject({
    action: v.literal('card-check'),
    /** Drawn by the companion, so that a repetition after a lost answer is no second check. */
    check: id,
    scenario,
    /** Why the code was refused. */
    refused: v.picklist(ERROR_CODES),
    card: v.picklist(CARD_SEEN),
  }),
  /** What this desk, or for a manager the whole organisation, has checked, a page at a time. */
  v.strictObject({
    action: v.literal('checks'),
    /** As the last page said. */
    before: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  /** A manager's figures of a day's checks. Answers {@link CheckFigures}. */
  v.strictObject({ action: v.literal('day'), day }),
  /** What the desk must hear of checks in its past; ask every quarter of a minute. */
  v.strictObject({
    action: v.literal('warnings'),
    /** Ids of those that somebody has read. */
    read: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(200)),
  }),
  /** A place for one photo of the person whose check is open. Answers {@link ComparisonBegun}. */
  v.strictObject({
    action: v.literal('begin-comparison'),
    useId: id,
    /** The person was asked, and agreed. */
    consented: v.literal(true),
  }),
  /** Compares the photo that lies there with the portrait. Answers {@link FacesCompared}. */
  v.strictObject({
    action: v.literal('compare-faces'),
    comparison: id,
    /** The file id that the upload answered. */
    photo: v.pipe(v.string(), v.maxLength(512)),
  }),
  v.strictObject({
    action: v.literal('confirm'),
    useId: id,
    portraitMatches: v.boolean(),
    /** The stay that a hotel guest is checked in to (shared/api/stays.ts); by default one of their own. */
    stay: v.optional(id),
  }),
])
export type VerifyEvent = v.InferOutput<typeof VerifyEvent>

export interface StaffSession {
  readonly organisationId: string
  readonly organisation: { readonly zh: string; readonly en: string }
  readonly staff: string
  /** A manager also says who works there. */
  readonly role: 'manager' | 'clerk'
  /** May also enrol people at a counter. */
  readonly enrols: boolean
  readonly scenarios: readonly (typeof SCENARIO_NAMES)[number][]
  /** Unix seconds. */
  readonly licenceExpiresAt: number
}

/** The ticket is genuine; the clerk now compares the portrait and confirms. */
export interface TicketVerified {
  readonly useId: string
  readonly scenario: (typeof SCENARIO_NAMES)[number]
  /** How the holder unlocked. With `pin` the clerk must compare carefully: no face was seen recently. */
  readonly unlock: UnlockMethod
  /** Only what the scenario shows: e.g. `name`, `id_number_last4`. */
  readonly claims: Readonly<Record<string, string | boolean>>
  /** WebP, base64, when the scenario shows a portrait. */
  readonly portrait?: string
  /** Unix seconds of the use. */
  readonly at: number
  /** The same, signed (`nansha-verdict+jwt`); checked by `verifyVerdict` before anything green is shown. */
  readonly verdict: string
}

export interface ComparisonBegun {
  readonly comparison: string
  /** Where to upload the photo. */
  readonly upload: string
}

export interface FacesCompared {
  readonly answer: FaceAnswer
}

export interface UseConfirmed {
  readonly verdict: 'accepted' | 'refused'
}

export interface DeskCodeShown {
  /** The text of the QR; show a new one every `DESK_CODE_ROTATION` seconds. */
  readonly code: string
  readonly nonce: string
  /** Unix seconds. */
  readonly expiresAt: number
  /** Eight digits that stand for it; present when asked for. */
  readonly digits?: string
}

export interface Collected {
  /** As if the desk had scanned `ticket` itself; null while nobody has answered. */
  readonly answer: (TicketVerified & { readonly nonce: string; readonly ticket: string }) | null
}

export type PassUse = Omit<Extract<VerifyEvent, { action: 'pass-use' }>, 'action'>

export interface PassUseRecorded {
  readonly passId: string
  /** `double`: another companion had reported the same pass. */
  readonly result: 'recorded' | 'double'
}

export interface Checks {
  /** There are older ones: ask again with this. Unix milliseconds. */
  readonly before?: number
  /** Newest first, at most 100; nothing in them tells who was checked. */
  readonly checks: readonly {
    /** Absent where a code was refused and no use came of it. */
    readonly useId?: string
    /** Why it was refused. */
    readonly code?: ErrorCode
    /** Unix seconds. */
    readonly at: number
    readonly scenario: (typeof SCENARIO_NAMES)[number]
    /** `disputed`: the citizen said "not me", and froze the credential. */
    readonly state: 'shown' | 'accepted' | 'refused' | 'disputed'
    /** A pass that another companion reported too. */
    readonly doubled?: true
    /** The plastic card was looked at instead of the code, which was refused with `code`. */
    readonly card?: CardSeen
    /** Who checked. */
    readonly staff: string
  }[]
}

export interface CheckFigures {
  readonly day: string
  /** Seen and not decided. */
  readonly shown: number
  readonly accepted: number
  readonly refused: number
  /** The citizen said "not me". */
  readonly disputed: number
  /** Checks of plastic cards after a code was refused. */
  readonly cards: Readonly<Record<CardSeen, number>>
  /** Time from the code in view to the clerk's decision; absent on a day without one. */
  readonly medianSeconds?: number
}

export interface Warnings {
  /** Newest first, at most 20, of the last seven days. */
  readonly warnings: readonly {
    readonly id: string
    /** `disputed`: the citizen said "not me", and froze the credential. `double`: a pass was shown at another gate too. */
    readonly kind: 'disputed' | 'double'
    readonly scenario: (typeof SCENARIO_NAMES)[number]
    /** Unix seconds of the check. */
    readonly at: number
    /** Unix seconds at which the warning came up. */
    readonly raisedAt: number
    /** Who checked. */
    readonly staff: string
    /** Whose identity was shown; for a day, and no more than the purpose had disclosed. */
    readonly name?: string
    /** WebP, base64. */
    readonly portrait?: string
  }[]
}
