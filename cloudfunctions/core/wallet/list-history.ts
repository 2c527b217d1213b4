import type { History } from '@nansha/shared/api/wallet'
import { historyEntry } from '../history/citizen-event'
import { type CitizenEvent, EVENTS } from '../records/events'
import type { Holder } from '../records/holder'
import type { WalletPorts } from './wallet-ports'

const NEWEST = 100

/** What happened to the citizen's identity, newest first: every credential, every use, accepted or not. */
export async function listHistory(
  { database, envelopes }: WalletPorts,
  { device }: Holder,
): Promise<History> {
  const events = await database
    .collection<CitizenEvent>(EVENTS)
    .find({ citizenId: device.citizenId }, { limit: NEWEST, orderBy: { at: 'desc' } })
  return { entries: events.map((event) => historyEntry(envelopes, event)) }
}
