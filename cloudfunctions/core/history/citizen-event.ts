import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import { type CitizenEvent, EVENTS, type EventDetails } from '../records/events'

/** How long a citizen can look back. */
const KEPT_MS = 365 * 24 * 3600_000

/**
 * Words an event for the citizen's history; the caller inserts it, in the transaction that makes it true.
 *
 * @param at Unix milliseconds
 */
export function citizenEvent(
  { envelopes, randomId }: { readonly envelopes: Envelopes; readonly randomId: RandomId },
  citizenId: string,
  at: number,
  details: EventDetails,
): CitizenEvent {
  const id = randomId()
  return {
    _id: id,
    citizenId,
    at: new Date(at),
    details: envelopes.sealJson(place(id), details),
    expiresAt: new Date(at + KEPT_MS),
  }
}

/** Reads an event as the citizen sees it. */
export function historyEntry(envelopes: Envelopes, event: CitizenEvent): HistoryEntry {
  const details = envelopes.openJson<EventDetails>(place(event._id), event.details)
  return { id: event._id, at: Math.floor(event.at.getTime() / 1000), ...details }
}

function place(id: string) {
  return { collection: EVENTS, id, field: 'details' }
}
