import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const CITIZEN_EVENTS = defineCollection<CitizenEvent>('events', {
  id: 'blind',
  clear: [],
  asked: ['holder'],
  rounded: { expiresAt: DAY_MS },
  pad: 768,
})

/** Something that happened to a citizen's identity, which the citizen can read in the history. */
export interface CitizenEvent extends Stored {
  /** The citizen on one day, by `holdersOn`: as a reference it does not join two days. */
  readonly holder: string
  readonly at: Date
  readonly details: EventDetails
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export type EventDetails = Omit<HistoryEntry, 'id' | 'at'>
