import type { Identified } from '@nansha/shared/api/guest-document'
import type { GuestKind, Sealed } from '@nansha/shared/guest-report/guest-report'
import type { StayState } from '@nansha/shared/stays/stay-states'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

/** Who sleeps where. Names and rooms are sealed under a key of their own; everything else of a guest, to the authority. */
export const STAYS = defineCollection<Stay>('stays', {
  clear: ['organisationId', 'state', 'isHere', 'place', 'until', 'expiresAt'],
  sealedBy: 'guest',
  pad: 1024,
  vouchedBy: 'stay',
})

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
  /** Who gave them the room. */
  readonly arrivedBy: AccountKey
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
  /** The end of the document's number: fewer characters where it has fewer, none where there is none. */
  readonly last4: string
  readonly isMinor: boolean
  /** Version of {@link sealed}: 1, and one more at each correction. */
  readonly version: number
  /** Everything that the law asks for, to the authority's key alone. */
  readonly sealed: Sealed
  readonly checkedAt: Date
  readonly checkedBy: string
  /** Absent for a guest who showed their electronic identity. */
  readonly identified?: Identified
  /** What the desk did because the guest is a minor, to the authority's key alone. */
  readonly duties?: { readonly at: Date; readonly by: string; readonly sealed: Sealed }
}

export interface StayChange {
  readonly at: Date
  readonly state: StayState
  /** The name of who did it; empty for the authority's receipt. */
  readonly actor: string
  readonly cause: StayCause
  /** A room or day before and after, a guest's name, or the reason of an annulment. */
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
  | 'annulment'
  | 'receipt'
