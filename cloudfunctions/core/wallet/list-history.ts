import type { History, HistoryPlace } from '@nansha/shared/api/wallet-answers'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { HISTORY_DAYS, historyEntry, holdersOf } from '../history/citizen-event'
import { CITIZEN_EVENTS, type CitizenEvent } from '../records/citizen-events'
import type { Holder } from '../records/holder'
import type { WalletPorts } from './wallet-ports'

/** Entries of one answer. */
const MOST = 100
/** Most citizens' newest entries lie within a month. */
const RECENT_DAYS = 31
/** The platform's largest page: events of one day lie in no order, so that whole days are read. */
const PAGE = 1000

/**
 * What happened to the citizen's identity, newest first: every credential, every use, accepted or not.
 *
 * @param after the last entry that the phone has; left out, the newest are meant
 */
export async function listHistory(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Pick<Holder, 'device'>,
  after?: HistoryPlace,
): Promise<History> {
  // Days before today; -1 because clocks differ by seconds.
  const first = after ? Math.max(-1, Math.floor(now() / DAY_MS) - Math.floor((after.at * 1000) / DAY_MS)) : -1
  const eventsOn = async (from: number, to: number) => {
    if (from > to) return []
    const holder = holdersOf(device.citizenId, now(), from, to)
    return database.in(CITIZEN_EVENTS).find({ holder }, { limit: PAGE, orderBy: { expiresAt: 'desc' } })
  }
  const last = HISTORY_DAYS + 1
  const recentTo = Math.min(first + RECENT_DAYS + 1, last)
  const recent = await eventsOn(first, recentTo)
  const isNext = after ? olderThan(after, recent) : () => true
  const next = recent.filter(isNext)
  const events =
    // Of days before the recent ones everything is older than the place.
    next.length <= MOST ? [...next, ...(await eventsOn(recentTo + 1, last))] : next
  const newest = events.sort(newestFirst).slice(0, MOST)
  return { entries: newest.map(historyEntry), ...(events.length > MOST && { isMore: true }) }
}

/** By the millisecond, and of one millisecond by id, so that every entry has one place. */
function newestFirst(one: CitizenEvent, other: CitizenEvent): number {
  const later = other.at.getTime() - one.at.getTime()
  if (later !== 0 || one._id === other._id) return later
  return one._id < other._id ? 1 : -1
}

/** The phone knows the second alone; its last entry lies among the events of that day, unless it was forgotten meanwhile. */
function olderThan({ at, id }: HistoryPlace, events: readonly CitizenEvent[]) {
  const shown = events.find(({ _id }) => _id === id)
  return (event: CitizenEvent) => (shown ? newestFirst(shown, event) < 0 : event.at.getTime() < at * 1000)
}
