import type { GuestKind, ReportKind, Sealed } from '@nansha/shared/guest-report/guest-report'
import type { StayState } from '@nansha/shared/stays/stay-states'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'

export const STAYS = 'stays'

/** A party in a room for some days. What a hotel keeps of a guest is the name and four digits; the rest it cannot read. */
export interface Stay extends Stored {
  readonly organisationId: string
  readonly state: StayState
  /** Whether the guests are in the house, as {@link state} says. */
  readonly isHere: boolean
  /** The time of arrival and the id: what lists are ordered by, and where a page begins. */
  readonly place: string
  /** 1, and one more at each change that is reported. */
  readonly revision: number
  readonly room: string
  readonly arrivedAt: Date
  /** The day on which they mean to leave, `YYYY-MM-DD` in China. */
  readonly until: string
  readonly departedAt: Date | null
  readonly party: readonly PartyGuest[]
  /** What was changed, oldest first. */
  readonly trail: readonly StayChange[]
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export interface PartyGuest {
  readonly id: string
  readonly kind: GuestKind
  readonly name: string
  /** Of the document's number; fewer characters where it has fewer, none where there is none. */
  readonly last4: string
  readonly isMinor: boolean
  /** Of {@link sealed}: 1, and one more at each correction. */
  readonly version: number
  /** Everything that the law asks for, to the authority's key alone. */
  readonly sealed: Sealed
  readonly checkedAt: Date
  readonly checkedBy: string
  /** What the desk did because the guest is a minor, to the authority's key alone. */
  readonly duties?: { readonly at: Date; readonly by: string; readonly sealed: Sealed }
}

export interface StayChange {
  readonly at: Date
  readonly state: StayState
  /** The name of who did it; empty for the authority's receipt. */
  readonly actor: string
  readonly cause: StayCause
  /** A room or day before and after, or a guest's name. */
  readonly detail: string
}

export type StayCause =
  | 'arrival'
  | 'room'
  | 'extension'
  | 'guest-added'
  | 'guest-corrected'
  | 'guest-left'
  | 'departure'
  | 'receipt'

export const WAITING_GUESTS = 'waitingGuests'

/** A guest who was checked and has no room yet. */
export interface WaitingGuest extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  /** The stay that the guest is checked in to. */
  readonly stayId: string
  readonly at: Date
  readonly guest: PartyGuest
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export const GUEST_REPORTS = 'guestReports'

/** A report on its way to the authority, written in the transaction that changes the stay. `_id` is stay and version. */
export interface QueuedReport extends Stored {
  readonly organisationId: string
  readonly stayId: string
  readonly revision: number
  readonly kind: ReportKind
  /** `GuestReport` of shared/guest-report as JSON. */
  readonly report: string
  /** SHA-256 of {@link report}. */
  readonly digest: string
  /** Under which day both sides count it. */
  readonly day: string
  readonly at: Date
  /** `exported`: it is in a file, whose receipts are awaited. */
  readonly state: 'waiting' | 'exported' | 'done'
  /** When it is sent next. */
  readonly nextAt: Date
  readonly attempts: number
  /** The file that it was written to. */
  readonly file: string | null
  readonly receivedAt: Date | null
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export const REPORT_DAYS = 'reportDays'

/** What a comparison of a day with the authority found. `_id` is organisation and day. */
export interface ReportDay extends Stored {
  readonly organisationId: string
  readonly day: string
  readonly at: Date
  readonly count: number
  /** `different`: reports were sent again, and the next comparison decides. */
  readonly state: 'equal' | 'different'
  /** Reports that the authority did not have. */
  readonly missing: number
  /** Reports that it has and this cloud does not know. */
  readonly unknown: number
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
