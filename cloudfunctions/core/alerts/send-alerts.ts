import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import { ALERTS, type Alert } from '../records/alerts'
import { CITIZENS } from '../records/citizens'
import type { AlertChannel } from './alert-channel'

const BATCH = 100
/** A token and a message, each given up after six seconds, must not be cut off: a message that was sent would be sent again. */
const LONGEST_SEND_MS = 13_000

export interface AlertPorts {
  readonly database: Database
  readonly now: Now
  readonly alerts: AlertChannel | null
}

/**
 * Sends the messages that wait, the oldest first, and forgets each. What the platform could not take waits for the next round, until
 * it is old.
 *
 * @param timeLeft milliseconds until the function must answer
 * @returns how many are done with, and how many of this round wait on
 */
export async function sendAlerts(
  { database, now, alerts }: AlertPorts,
  timeLeft: () => number,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  if (!alerts) return { sent: 0, waiting: 0 }
  const queue = database.in(ALERTS)
  const due = await queue.find({}, { limit: BATCH, orderBy: { expiresAt: 'asc' } })
  let [sent, waiting] = [0, 0]
  for (const alert of due) {
    if (alert.expiresAt.getTime() <= now()) await queue.remove(alert._id)
    else if (timeLeft() >= LONGEST_SEND_MS && (await deliver(database, alerts, alert))) {
      await queue.remove(alert._id)
      sent++
    } else waiting++
  }
  return { sent, waiting }
}

/** @returns whether nothing is left to do */
async function deliver(
  database: Database,
  alerts: AlertChannel,
  { citizenId, kind, at }: Alert,
): Promise<boolean> {
  const citizens = database.in(CITIZENS)
  const citizen = await citizens.get(citizenId)
  // Deleted or switched off since: there is nobody to tell.
  if (!citizen?.alertsSince) return true
  try {
    const outcome = await alerts.send(citizen.account, { kind, at })
    if (outcome === 'unwanted') await citizens.update(citizenId, { alertsSince: null })
    return true
  } catch {
    return false
  }
}
