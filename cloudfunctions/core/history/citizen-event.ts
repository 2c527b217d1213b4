import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import type { RandomId } from '../function/random-id'
import type { CitizenEvent, EventDetails } from '../records/citizen-events'

/** How long a citizen can look back. */
export const HISTORY_DAYS = 365

/**
 * Words an event for the citizen's history; the caller inserts it, in the transaction that makes it true.
 *
 * @param at Unix milliseconds
 */
export function citizenEvent(
  { randomId }: { readonly randomId: RandomId },
  citizenId: string,
  at: number,
  details: EventDetails,
): CitizenEvent {
  return {
    _id: randomId(),
    holder: holderOn(citizenId, dayOf(at)),
    at: new Date(at),
    details,
    expiresAt: new Date(at + HISTORY_DAYS * DAY_MS),
  }
}

/**
 * What the events of a citizen's last days are found by.
 *
 * @param now Unix milliseconds
 * @param from the first day, counted back from `now`
 * @param to the last one; a day more than {@link HISTORY_DAYS} reaches everything
 */
export function holdersOf(citizenId: string, now: number, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, n) => holderOn(citizenId, dayOf(now) - from - n))
}

/** Every day that a history can have; one to come, because clocks differ by seconds. */
export function allHoldersOf(citizenId: string, now: number): string[] {
  return holdersOf(citizenId, now, -1, HISTORY_DAYS + 1)
}

/** An event as the citizen sees it. */
export function historyEntry({ _id, at, details }: CitizenEvent): HistoryEntry {
  return { id: _id, at: unixSeconds(at), ...details }
}

function holderOn(citizenId: string, day: number): string {
  return `${citizenId}.${day}`
}

function dayOf(time: number): number {
  return Math.floor(time / DAY_MS)
}
