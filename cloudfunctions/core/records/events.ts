import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { Envelope } from '../crypto/envelope'
import type { Stored } from '../platform/database'

export const EVENTS = 'events'

/** Something that happened to a citizen's identity, which the citizen can read in the history. */
export interface CitizenEvent extends Stored {
  readonly citizenId: string
  readonly at: Date
  /** {@link EventDetails} as JSON, sealed at `events/<_id>/details`: where somebody slept is nobody's business. */
  readonly details: Envelope
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export type EventDetails = Omit<HistoryEntry, 'id' | 'at'>
