import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { type Cap, takeSlots } from '../limits/slots'
import type { Transaction } from '../platform/database'
import type { WalletPorts } from './wallet-ports'

/** Long enough for the operator to see a pattern. */
const KEPT_DAYS = 365
const PER_DAY = 10

/** Complaints of one phone within a day, of websites and of desks. */
export function complaintCap(deviceId: string): Cap {
  return { id: `complaint.${deviceId}`, most: PER_DAY }
}

/** The day to which a complaint counts, and when its count is forgotten. */
export interface ComplaintDay {
  /** In China, `YYYY-MM-DD`. */
  readonly day: string
  readonly expiresAt: Date
}

/**
 * Counts one complaint of a phone, in the transaction that limits how many it makes.
 *
 * @param count adds one to what is kept of whom it is about; who made it is not kept
 * @throws NanshaError ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function countComplaint(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  deviceId: string,
  requestId: string,
  count: (transaction: Transaction, day: ComplaintDay) => Promise<void>,
): Promise<void> {
  const at = now()
  await database.transaction(async (transaction) => {
    const slot = { id: requestId, count: 1, until: new Date(at + DAY_MS) }
    await takeSlots(transaction, complaintCap(deviceId), slot, at)
    await count(transaction, { day: dateInChina(at), expiresAt: new Date(at + KEPT_DAYS * DAY_MS) })
  })
}
