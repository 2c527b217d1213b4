import * as v from 'valibot'
import { day, id, shownText } from '../fields'
import { GuestDocument, MinorDuties, PHOTOGRAPHED, ReadGuest } from './guest-document'

/** A party in one room: more than fit in any. */
export const MOST_GUESTS = 12

/** Letters and digits as on a door. */
const room = v.pipe(shownText(12), v.toUpperCase())

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

/** Event of the function `stays`; the caller must be staff of an organisation that may check hotel guests. Its answers: stays-answers.ts. */
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
  v.strictObject({
    action: v.literal('correct-guest'),
    stay,
    revision,
    guest: id,
    document: GuestDocument,
    /** Of a minor they are done again. */
    duties: v.optional(MinorDuties),
  }),
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
