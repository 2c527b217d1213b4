import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const SLOTS = defineCollection<Slots>('slots', {
  id: 'blind',
  clear: [],
  rounded: { expiresAt: HOUR_MS },
  vouchedBy: 'record',
})
/** Those of organisations, whose function has no key of citizens' records. */
export const ORGANISATION_SLOTS = defineCollection<Slots>('organisationSlots', {
  clear: 'all',
  vouchedBy: 'staff',
})

/** What an account has open, kept in one document so that simultaneous requests conflict and are counted. */
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
