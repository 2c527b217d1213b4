import { MINUTE_MS } from '@nansha/shared/clock/durations'
import type { Now } from '../function/answer'
import type { Database, Transaction } from '../platform/database'
import { ALERTS, type AlertKind } from '../records/alerts'
import type { Citizen } from '../records/citizens'

const GOOD_FOR_MS = 15 * MINUTE_MS

/**
 * Has a citizen told of something in the chat app, if they asked for that. Messages tell the minute, and those that would read the same
 * are one: nobody can have so many sent to themselves that others' come too late.
 *
 * @param writer the transaction that makes it true, where there is one
 * @param at Unix milliseconds: when it happened, which an offline check tells later
 */
export async function queueAlert(
  { now }: { readonly now: Now },
  writer: Pick<Database | Transaction, 'in'>,
  { _id: citizenId, account, alertsSince }: Pick<Citizen, '_id' | 'account' | 'alertsSince'>,
  kind: AlertKind,
  at = now(),
): Promise<void> {
  if (!alertsSince) return
  await writer.in(ALERTS).put({
    _id: `${citizenId}.${kind}.${Math.floor(at / MINUTE_MS)}`,
    citizenId,
    account,
    kind,
    at: new Date(at),
    expiresAt: new Date(now() + GOOD_FOR_MS),
  })
}
