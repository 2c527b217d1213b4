import type { ShiftLeft } from '@nansha/shared/api/stays-answers'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const SHIFTS = defineCollection<Shift>('shifts', {
  clear: ['organisationId', 'staff', 'state', 'place', 'expiresAt'],
  sealedBy: 'guest',
  pad: 512,
  vouchedBy: 'stay',
})

/** The work of one clerk at a hotel's desk, from taking over to handing over. */
export interface Shift extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  /** The clerk's name. */
  readonly name: string
  /** `closed`: handed over, and nobody has taken it yet. */
  readonly state: 'open' | 'closed' | 'taken'
  /** The time it began and the id: what shifts are ordered by. */
  readonly place: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** What the next clerk must know, in the clerk's own words; it may name guests. */
  readonly note: string
  /** What was left to do when it was closed. */
  readonly left: ShiftLeft | null
  /** The name of who took over. */
  readonly takenBy: string | null
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
