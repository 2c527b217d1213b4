import type { Stored } from '../platform/database'

export const SLOTS = 'slots'

/** What somebody has open at once, kept in one document so that whoever takes too many at once meets themselves there. */
export interface Slots extends Stored {
  readonly taken: readonly Slot[]
  /** Empty from then on. */
  readonly expiresAt: Date
}

export interface Slot {
  /** Names what it stands for, to give it back before its time. */
  readonly id: string
  /** How many it stands for. */
  readonly count: number
  readonly until: Date
}
