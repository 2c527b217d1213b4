import { MINUTE_MS } from '@nansha/shared/clock/durations'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database, Transaction } from '../platform/database'
import { ALERTS, type AlertKind } from '../records/alerts'
import type { Citizen } from '../records/citizens'

const GOOD_FOR_MS = 15 * MINUTE_MS

/**
 * Has a citizen told of something in the chat app, if they asked for that.
 *
 * @param writer the transaction that makes it true, where there is one
 * @param at Unix milliseconds: when it happened, which an offline check tells later
 */
export async function queueAlert(
  { now, randomId }: { readonly now: Now; readonly randomId: RandomId },
  writer: Pick<Database | Transaction, 'in'>,
  citizen: Pick<Citizen, '_id' | 'alertsSince'>,
  kind: AlertKind,
  at = now(),
): Promise<void> {
  if (!citizen.alertsSince) return
  await writer.in(ALERTS).insert({
    _id: randomId(),
    citizenId: citizen._id,
    kind,
    at: new Date(at),
    expiresAt: new Date(now() + GOOD_FOR_MS),
  })
}
