import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import { ALERTS, type Alert } from '../records/alerts'
import { CITIZENS } from '../records/citizens'
import type { AlertChannel } from './alert-channel'

const BATCH = 500
/** Messages on their way at once, so that one that the platform is slow to take holds up few. */
const AT_ONCE = 10
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
  const settle = async (alert: Alert) => {
    const isOld = alert.expiresAt.getTime() <= now()
    const isDone = isOld || (timeLeft() >= LONGEST_SEND_MS && (await deliver(database, alerts, alert)))
    if (isDone) await queue.remove(alert._id)
    if (!isDone) waiting++
    else if (!isOld) sent++
  }
  for (let begun = 0; begun < due.length; begun += AT_ONCE)
    await Promise.all(due.slice(begun, begun + AT_ONCE).map(settle))
  return { sent, waiting }
}

/** @returns whether nothing is left to do */
async function deliver(
  database: Database,
  alerts: AlertChannel,
  { citizenId, account, kind, at }: Alert,
): Promise<boolean> {
  try {
    const citizen = await database.in(CITIZENS).get(citizenId)
    const wish = citizen?.account === account ? citizen.alertsSince : null
    // Deleted or switched off since: there is nobody to tell. But whoever took the identity over must not keep that back.
    if (!wish && kind !== 'issued') return true
    const outcome = await alerts.send(account, { kind, at })
    if (outcome === 'unwanted' && wish) await endWish(database, citizenId, wish)
    return true
  } catch {
    return false
  }
}

/** Unless the citizen agreed anew while the platform was asked. */
function endWish(database: Database, citizenId: string, wish: Date): Promise<void> {
  return database.transaction(async (transaction) => {
    const citizens = transaction.in(CITIZENS)
    const since = (await citizens.get(citizenId))?.alertsSince
    if (since?.getTime() === wish.getTime()) await citizens.update(citizenId, { alertsSince: null })
  })
}
