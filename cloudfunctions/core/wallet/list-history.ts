import type { History } from '@nansha/shared/api/wallet'
import { HISTORY_DAYS, historyEntry, holdersOf } from '../history/citizen-event'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import type { Holder } from '../records/holder'
import type { WalletPorts } from './wallet-ports'

const NEWEST = 100
/** Most citizens' newest entries lie within a month. */
const RECENT_DAYS = 31
/** The platform's largest page: events of one day lie in no order, so that whole days are read. */
const PAGE = 1000

/** What happened to the citizen's identity, newest first: every credential, every use, accepted or not. */
export async function listHistory(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Pick<Holder, 'device'>,
): Promise<History> {
  const eventsOn = (from: number, to: number) =>
    database
      .in(CITIZEN_EVENTS)
      .find(
        { holder: holdersOf(device.citizenId, now(), from, to) },
        { limit: PAGE, orderBy: { expiresAt: 'desc' } },
      )
  const recent = await eventsOn(-1, RECENT_DAYS)
  const events =
    recent.length < NEWEST ? [...recent, ...(await eventsOn(RECENT_DAYS + 1, HISTORY_DAYS + 1))] : recent
  const newest = events.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, NEWEST)
  return { entries: newest.map(historyEntry) }
}
