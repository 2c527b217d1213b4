import type { ErrorCode } from '../errors'
import type { GuestKind } from '../guest-report/guest-report'
import type { StayState } from '../stays/stay-states'
import type { Identified } from './guest-document'
import type { LookedList } from './stays'

export interface DeskSummary {
  /** Stays that began today, in China. */
  readonly arrivedToday: number
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
  /** At the end of the day, or now; a party counts as it is today. */
  readonly inHouse: { readonly stays: number; readonly guests: number }
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
