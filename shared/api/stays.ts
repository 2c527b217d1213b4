import * as v from 'valibot'
import type { ErrorCode } from '../errors'
import {
  cardAddress,
  day,
  ethnicGroup,
  id,
  nationality,
  personName,
  residentNumber,
  shownText,
} from '../fields'
import type { GuestKind } from '../guest-report/guest-report'
import type { StayState } from '../stays/stay-states'
import type { FaceAnswer } from './verify'

/** A party in one room: more than fit in any. */
export const MOST_GUESTS = 12

/** Letters and digits as on a door. */
const room = v.pipe(shownText(12), v.toUpperCase())
const sex = v.picklist(['male', 'female'])
const documentNumber = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{5,18}$/))
/** The clerk has looked at the document and at the guest, and says so: without that nobody is registered by a document. */
const compared = v.literal(true)

const visa = v.strictObject({ kind: shownText(20), number: documentNumber, validUntil: day })
const entry = v.strictObject({ day, port: shownText(40) })

/** A guest who shows a document on the desk, or a child without one. */
export const GuestDocument = v.variant('kind', [
  v.strictObject({
    kind: v.literal('card'),
    name: personName,
    idNumber: residentNumber,
    ethnicity: ethnicGroup,
    address: cardAddress,
    compared,
  }),
  /** Residence permits of people from Hong Kong, Macao and Taiwan. */
  v.strictObject({
    kind: v.literal('permit'),
    name: personName,
    number: documentNumber,
    from: nationality,
    sex,
    birthdate: day,
    validUntil: day,
    address: cardAddress,
    compared,
  }),
  /** The identity card of a foreign permanent resident, of 2023 or of 2017. */
  v.strictObject({
    kind: v.literal('permanent-resident'),
    /** As the card prints it, in Latin letters. */
    name: personName,
    /** Absent where the card prints none. */
    chineseName: v.optional(personName),
    number: residentNumber,
    nationality,
    sex,
    birthdate: day,
    validUntil: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('passport'),
    /** The machine-readable zone, two lines of 44 characters (ICAO 9303-4). */
    mrz: v.pipe(v.string(), v.maxLength(120)),
    visa,
    entry,
    purpose: shownText(40),
    leaves: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('child'),
    name: personName,
    sex,
    birthdate: day,
    /** Absent for a child that has none yet. */
    idNumber: v.optional(residentNumber),
    compared,
  }),
])
export type GuestDocument = v.InferOutput<typeof GuestDocument>

/** What a clerk says of a document that was photographed: what they corrected, and what no photo told. */
export const ReadGuest = v.variant('kind', [
  v.strictObject({
    kind: v.literal('card'),
    name: personName,
    ethnicity: v.optional(ethnicGroup),
    address: v.optional(cardAddress),
    compared,
  }),
  v.strictObject({
    kind: v.literal('permit'),
    name: personName,
    address: v.optional(cardAddress),
    validUntil: day,
    compared,
  }),
  v.strictObject({
    kind: v.literal('permanent-resident'),
    name: personName,
    chineseName: v.optional(personName),
    compared,
  }),
  v.strictObject({ kind: v.literal('passport'), visa, entry, purpose: shownText(40), leaves: day, compared }),
])
export type ReadGuest = v.InferOutput<typeof ReadGuest>

/** What can be photographed instead of typed: the side of a card that has a portrait, or a passport's machine-readable zone. */
export const PHOTOGRAPHED = ['card', 'passport'] as const
export type PhotographedDocument = (typeof PHOTOGRAPHED)[number]

/** Who a minor is to the others in the room; `alone` when there are none. */
export const RELATIONS = ['parent', 'guardian', 'relative', 'teacher', 'friend', 'stranger', 'alone'] as const

/** What a desk asks and does when a minor stays (Law on the Protection of Minors, art. 57). */
export const MinorDuties = v.strictObject({
  guardian: personName,
  /** A telephone number. */
  contact: v.pipe(v.string(), v.trim(), v.regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/)),
  /** How whoever answered confirmed that they know of the stay. */
  guardianReached: v.boolean(),
  relation: v.picklist(RELATIONS),
  /** The desk watches who visits the room. */
  visitorsControlled: v.literal(true),
  /** Whether something is wrong; if so the police was called, and the guardian told. */
  suspicion: v.picklist(['none', 'police-called']),
})
export type MinorDuties = v.InferOutput<typeof MinorDuties>

/** Why a stay is taken back: nobody came, it was entered twice, or for the wrong people. */
export const ANNUL_REASONS = ['nobody-stayed', 'entered-twice', 'wrong-guests'] as const
export type AnnulReason = (typeof ANNUL_REASONS)[number]

/** More than any hotel of the region has. */
export const MOST_ROOMS = 2000

export const STAY_LISTS = ['here', 'leaving', 'overdue', 'departed'] as const
export type StayListName = (typeof STAY_LISTS)[number]

/** Lists of which it is recorded who looked at them. */
export type LookedList = StayListName | 'waiting'

const stay = id
/** The file id that the upload answered. */
const fileId = v.pipe(v.string(), v.maxLength(512))
/** The revision of the stay that the desk saw: a change since then is never overwritten. */
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Event of the function `stays`; the caller must be staff of an organisation that may check hotel guests. */
export const StaysEvent = v.variant('action', [
  /** Answers {@link DeskSummary}. */
  v.strictObject({ action: v.literal('summary') }),
  /** Answers {@link WaitingParties}. */
  v.strictObject({
    action: v.literal('waiting'),
    /** Lists one party alone. */
    stay: v.optional(stay),
    after: v.optional(v.pipe(v.string(), v.maxLength(120))),
  }),
  /** A guest by a document that the clerk compared. Waits for a room as one who was scanned. */
  v.strictObject({
    action: v.literal('admit'),
    stay,
    /** Drawn by the companion, so that a repetition after a lost answer is no second guest. */
    guest: id,
    document: GuestDocument,
  }),
  /** A place for a photo of a guest's document. Answers {@link PhotoPlace}. */
  v.strictObject({
    action: v.literal('photograph-document'),
    stay,
    /** Drawn by the companion, and kept for every photo of this guest. */
    guest: id,
    document: v.picklist(PHOTOGRAPHED),
  }),
  /** Reads the photo that lies there. Answers {@link DocumentRead}. */
  v.strictObject({ action: v.literal('read-document'), guest: id, photo: fileId }),
  /** A place for a photo of the guest whose card was read. Answers {@link PhotoPlace}. */
  v.strictObject({
    action: v.literal('photograph-guest'),
    guest: id,
    /** The guest was asked, and agreed. */
    consented: v.literal(true),
  }),
  /** Compares the photo that lies there with the portrait on the card. Answers {@link FacesCompared}. */
  v.strictObject({ action: v.literal('compare-guest'), guest: id, photo: fileId }),
  /** A guest by a document that was photographed. Waits for a room as one who was scanned. */
  v.strictObject({ action: v.literal('admit-read'), stay, guest: id, document: ReadGuest }),
  /** Forgets what was read: the clerk types instead. */
  v.strictObject({ action: v.literal('discard-read'), guest: id }),
  v.strictObject({ action: v.literal('duties'), guest: id, duties: MinorDuties }),
  /** Takes back a guest who waits for a room; one who is gone is no error. */
  v.strictObject({ action: v.literal('turn-away'), guest: id }),
  /** Gives everybody who waits under this stay the room. */
  v.strictObject({ action: v.literal('arrive'), stay, room, until: day }),
  /** Adds everybody who waits under this stay to the party. */
  v.strictObject({ action: v.literal('add-guests'), stay, revision }),
  v.strictObject({ action: v.literal('move'), stay, revision, room }),
  v.strictObject({ action: v.literal('extend'), stay, revision, until: day }),
  v.strictObject({ action: v.literal('correct-guest'), stay, revision, guest: id, document: GuestDocument }),
  v.strictObject({ action: v.literal('remove-guest'), stay, revision, guest: id }),
  v.strictObject({ action: v.literal('depart'), stay, revision }),
  /** Takes back a stay that was entered by mistake; its trail stays, and the authority is told. */
  v.strictObject({ action: v.literal('annul'), stay, revision, reason: v.picklist(ANNUL_REASONS) }),
  /** The caller's shift, and what was handed over. Answers {@link ShiftView}. */
  v.strictObject({ action: v.literal('shift') }),
  v.strictObject({
    action: v.literal('open-shift'),
    /** Drawn by the companion, so that a repetition is no second shift. */
    shift: id,
    /** Shifts that were handed over, whose notes the clerk has read. */
    takes: v.pipe(v.array(id), v.maxLength(10)),
  }),
  v.strictObject({
    action: v.literal('close-shift'),
    shift: id,
    note: v.union([v.literal(''), shownText(300)]),
    /** Warnings on the companion's screen that nobody has dealt with. */
    warnings: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(20)),
  }),
  /** The rooms of the hotel, free and occupied. Answers {@link HotelRooms}. */
  v.strictObject({ action: v.literal('rooms') }),
  /** A manager's list of them. */
  v.strictObject({
    action: v.literal('set-rooms'),
    rooms: v.pipe(v.array(room), v.maxLength(MOST_ROOMS)),
  }),
  /** Answers {@link StayPage}. */
  v.strictObject({
    action: v.literal('list'),
    list: v.picklist(STAY_LISTS),
    /** A room, part of a name, four digits, or a day. */
    search: v.optional(shownText(40)),
    after: v.optional(v.pipe(v.string(), v.maxLength(120))),
  }),
  /** Answers {@link StayDetails}. */
  v.strictObject({ action: v.literal('stay'), stay }),
  /** For a manager: who looked at which record, or at this one. Answers {@link RecordLooks}. */
  v.strictObject({
    action: v.literal('looks'),
    stay: v.optional(stay),
    after: v.optional(v.pipe(v.string(), v.maxLength(120))),
  }),
  /** A manager's figures of a day. Answers {@link DayFigures}. */
  v.strictObject({ action: v.literal('day'), day }),
])
export type StaysEvent = v.InferOutput<typeof StaysEvent>

export interface DeskSummary {
  readonly here: number
  readonly leaving: number
  readonly overdue: number
  /** Guests who were checked and have no room. */
  readonly waiting: number
  /** Reports that the authority has not confirmed. */
  readonly unreported: number
  /** Unix seconds of the oldest of them. */
  readonly unreportedSince?: number
  /** Unix seconds until which the next guest from abroad must be reported, and the stay. */
  readonly reportBy?: { readonly at: number; readonly stay: string; readonly room: string }
  /** Days on which the authority has something else than this hotel. */
  readonly differentDays: readonly string[]
}

export interface WaitingParties {
  /** Each whole; of a page those first who have waited longest. */
  readonly parties: readonly { readonly stay: string; readonly guests: readonly WaitingGuestView[] }[]
  /** Ask with it for the next page. */
  readonly next?: string
}

export interface GuestView {
  readonly guest: string
  readonly kind: GuestKind
  readonly name: string
  readonly last4: string
  readonly isMinor: boolean
}

/** Where to upload one photo. */
export interface PhotoPlace {
  readonly upload: string
}

/** What a photo said that the clerk must see: the name always, and of the rest what was read badly. */
export type DocumentRead =
  | {
      readonly kind: 'card' | 'permit'
      readonly name: string
      readonly last4: string
      readonly ethnicity?: string
      readonly address?: string
    }
  | {
      readonly kind: 'permanent-resident'
      readonly name: string
      readonly last4: string
      /** Absent where the card prints none. */
      readonly chineseName?: string
    }
  | { readonly kind: 'passport'; readonly name: string; readonly last4: string }

/** How somebody without an electronic identity was identified. The clerk compared in every case. */
export interface Identified {
  readonly read: 'camera' | 'typed'
  /** What a comparison of the faces told the clerk; absent where none was made. */
  readonly faces?: FaceAnswer
}

export interface WaitingGuestView extends GuestView {
  /** A minor for whom the desk has not done what it must. */
  readonly needsDuties: boolean
}

export interface StaySummary {
  readonly stay: string
  readonly room: string
  readonly guests: readonly Pick<GuestView, 'name' | 'last4'>[]
  readonly state: StayState
  /** Unix seconds. */
  readonly arrivedAt: number
  readonly until: string
  /**
   * Unix seconds until which a guest from abroad must be reported; absent when none is, or the authority has it (Exit and Entry
   * Administration Law, art. 39; Measures for the Control of the Hotel Trade, art. 6).
   */
  readonly reportBy?: number
}

/** What a shift leaves to the next. */
export interface ShiftLeft {
  readonly here: number
  readonly overdue: number
  readonly waiting: number
  readonly unreported: number
  readonly warnings: number
}

export interface ShiftView {
  /** The caller's open shift. */
  readonly own?: {
    readonly shift: string
    /** Unix seconds. */
    readonly openedAt: number
    readonly arrivals: number
    readonly guests: number
  }
  /** Nobody has taken these over, the latest first. */
  readonly handedOver: readonly {
    readonly shift: string
    readonly by: string
    /** Unix seconds. */
    readonly closedAt: number
    readonly note: string
    readonly left: ShiftLeft
  }[]
}

export interface HotelRooms {
  /** In the order of their names. Rooms that are occupied and on no list are there too. */
  readonly rooms: readonly {
    readonly room: string
    /** Who is in it now, as a number of guests; more than one stay where parties share. */
    readonly stays: readonly { readonly stay: string; readonly guests: number }[]
    /** Not on the manager's list. */
    readonly isUnlisted?: true
  }[]
  /** Whether a manager has said which rooms there are. */
  readonly isListed: boolean
  /** The caller is a manager, who says it. */
  readonly mayList: boolean
}

export interface StayPage {
  readonly stays: readonly StaySummary[]
  /** Ask with it for the next page; a search may answer an empty page that has a next one. */
  readonly next?: string
}

export interface StayDetails extends Omit<StaySummary, 'guests'> {
  readonly revision: number
  readonly guests: readonly (GuestView & {
    readonly checkedBy: string
    readonly checkedAt: number
    /** Absent for a guest who showed their electronic identity. */
    readonly identified?: Identified
  })[]
  /** Guests who wait to be added to it. */
  readonly waiting: readonly WaitingGuestView[]
  /** How often somebody looked at it; only managers are told. */
  readonly looks?: number
  readonly trail: readonly {
    readonly at: number
    readonly state: StayState
    readonly actor: string
    readonly cause: string
    readonly detail: string
  }[]
}

export interface RecordLooks {
  /** The latest first. */
  readonly looks: readonly {
    readonly look: string
    /** Unix seconds. */
    readonly at: number
    /** Who looked. */
    readonly name: string
    /** The stay that was looked at; absent for a list. */
    readonly stay?: string
    readonly room?: string
    readonly list?: LookedList
    readonly search?: string
  }[]
  /** Ask with it for the next page. */
  readonly next?: string
}

export interface Arrived {
  readonly stay: string
  readonly room: string
  readonly guests: number
}

export interface DayFigures {
  readonly day: string
  readonly arrivals: number
  /** Guests of those arrivals. */
  readonly guests: number
  /** Entered by mistake, and in none of the other figures. */
  readonly annulled: number
  /** Arrivals of each hour of the day in China. */
  readonly byHour: readonly number[]
  readonly byClerk: readonly { readonly name: string; readonly guests: number }[]
  readonly refused: readonly { readonly code: ErrorCode; readonly count: number }[]
  readonly reports: { readonly sent: number; readonly waiting: number }
  /** What the nightly comparison with the authority found; absent until it was made. */
  readonly compared?: {
    readonly state: 'equal' | 'different'
    readonly missing: number
    readonly unknown: number
  }
}
