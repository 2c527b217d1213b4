import { DAY_MS, HOUR_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { queueAlert } from '../alerts/queue-alert'
import type { BlindIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import { citizenEvent } from '../history/citizen-event'
import type { Database, Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CITIZENS, type Citizen } from '../records/citizens'
import { NUMBER_ALARMS } from '../records/number-alarms'
import { NUMBER_CLAIMS } from '../records/number-claims'
import { NUMBER_LOCKS } from '../records/number-locks'

/** So many accounts refused on one number within a week leave it to the counter. */
const ALARMING_ACCOUNTS = 3
const REMEMBERED_MS = 7 * DAY_MS
/** The holder is told at most this often: alarms must not bury the rest of the history. */
const TOLD_EVERY_MS = HOUR_MS

/** @returns the citizen who holds the number, or null */
export async function holderOf(transaction: Transaction, numberIndex: string): Promise<Citizen | null> {
  const claim = await transaction.in(NUMBER_CLAIMS).get(numberIndex)
  return claim && transaction.in(CITIZENS).get(claim.citizenId)
}

/**
 * Lets an account enrol with a number from afar, or not. Every reason has the same answer, and the counter stays open.
 *
 * @param holder who holds the number now
 * @throws NanshaError PROOFING_REFUSED for a locked number, a number of another account, and one under attack
 */
export async function requireRemoteAllowed(
  transaction: Transaction,
  numberIndex: string,
  account: AccountKey,
  holder: Citizen | null,
  now: number,
): Promise<void> {
  if (await transaction.in(NUMBER_LOCKS).get(numberIndex)) throw new NanshaError('PROOFING_REFUSED')
  if (holder?.account === account) return
  if (holder) throw new NanshaError('PROOFING_REFUSED')
  const alarm = await transaction.in(NUMBER_ALARMS).get(numberIndex)
  const isUnderAttack = alarm && alarm.expiresAt.getTime() > now && alarm.accounts.length >= ALARMING_ACCOUNTS
  if (isUnderAttack) throw new NanshaError('PROOFING_REFUSED')
}

export interface GuardPorts {
  readonly database: Database
  readonly index: BlindIndex
  readonly envelopes: Envelopes
  readonly randomId: RandomId
  readonly now: Now
}

/** Remembers that an account was refused on a number, and tells whoever holds that number from another account. */
export function noteRefusal(ports: GuardPorts, account: AccountKey, numberIndex: string): Promise<void> {
  const { database, index, now } = ports
  return database.transaction(async (transaction) => {
    const holder = await holderOf(transaction, numberIndex)
    if (holder?.account === account) return
    const known = await transaction.in(NUMBER_ALARMS).get(numberIndex)
    const isFresh = known !== null && known.expiresAt.getTime() > now()
    const former = isFresh ? known : { accounts: [], toldAt: new Date(0) }
    const isTold = holder !== null && former.toldAt.getTime() + TOLD_EVERY_MS <= now()
    const accounts = new Set([...former.accounts, index('alarm', account, numberIndex)])
    await transaction.in(NUMBER_ALARMS).put({
      _id: numberIndex,
      // Three are enough to know; a list that grows with every attack is not needed.
      accounts: [...accounts].slice(0, ALARMING_ACCOUNTS),
      toldAt: isTold ? new Date(now()) : former.toldAt,
      expiresAt: new Date(now() + REMEMBERED_MS),
    })
    if (!isTold) return
    await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, holder._id, now(), { kind: 'attempted' }))
    await queueAlert(ports, transaction, holder, 'attempted')
  })
}
