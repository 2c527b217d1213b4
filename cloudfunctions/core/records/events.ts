import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { Stored } from '../platform/database'

export const EVENTS = 'events'

/** Something that happened to a citizen's identity, which the citizen can read in the history. */
export interface CitizenEvent extends Stored {
  /** Of `holdersOn`: the citizen on one day, so that even as a reference it joins no two days. */
  readonly holder: string
  readonly at: Date
  readonly details: EventDetails
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export type EventDetails = Omit<HistoryEntry, 'id' | 'at'>
