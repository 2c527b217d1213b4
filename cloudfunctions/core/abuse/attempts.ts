import { NanshaError } from '@nansha/shared/errors'
import type { BlindIndex } from '../crypto/blind-index'
import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import type { Transaction } from '../platform/transaction'
import type { AccountKey } from '../records/account-key'
import { ATTEMPTS, type Attempts } from '../records/attempts'
import { FORGOTTEN_AFTER_MS, FREE_FAILURES, lockOut } from './lock-out'

export interface AttemptPorts {
  readonly database: Database
  readonly index: BlindIndex
  readonly now: Now
}

/** A try that was admitted, and counts as failed unless one of these is called. */
export interface Attempt {
  /** Whether this account has not failed on this number before. */
  readonly isFirst: boolean
  /** Nothing was decided: the try does not count. */
  forgive(): Promise<void>
  /** The person was proven: earlier failures on this number no longer matter. */
  clear(): Promise<void>
}

/**
 * Admits a try, and counts it before it is made, so that many at once gain nothing. Only this account's own tries bear
 * on the answer: nobody can lock a stranger out.
 *
 * @param number blind index of the resident number
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function beginAttempt(
  { database, index, now }: AttemptPorts,
  account: AccountKey,
  number: string,
): Promise<Attempt> {
  const onNumber = { id: index('attempts', account, number), free: FREE_FAILURES.number }
  const inAll = { id: index('attempts', account), free: FREE_FAILURES.account }

  const count = async (transaction: Transaction, { id, free }: typeof onNumber | typeof inAll) => {
    const attempts = await readAttempts(transaction, id, now())
    const retryAt = attempts.lockedUntil.getTime()
    if (retryAt > now()) throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: Math.ceil(retryAt / 1000) })
    const failures = attempts.failures + 1
    const lockedUntil = new Date(now() + lockOut(failures, free))
    await transaction.put<Attempts>(ATTEMPTS, { ...attempts, failures, lockedUntil })
    return failures
  }
  const isFirst = await database.transaction(async (transaction) => {
    const failures = await count(transaction, onNumber)
    await count(transaction, inAll)
    return failures === 1
  })

  /** Undoes the count. The lock goes too: only a try that met none was admitted, and none was since. */
  const takeBack = async (transaction: Transaction, id: string) => {
    const attempts = await readAttempts(transaction, id, now())
    const failures = Math.max(0, attempts.failures - 1)
    if (failures === 0) await transaction.remove(ATTEMPTS, id)
    else await transaction.put<Attempts>(ATTEMPTS, { ...attempts, failures, lockedUntil: new Date(0) })
  }

  return {
    isFirst,

    forgive: () =>
      database.transaction(async (transaction) => {
        await takeBack(transaction, onNumber.id)
        await takeBack(transaction, inAll.id)
      }),

    clear: () =>
      database.transaction(async (transaction) => {
        await transaction.remove(ATTEMPTS, onNumber.id)
        await takeBack(transaction, inAll.id)
      }),
  }
}

/** The counter as it is now: failures are forgotten after a time of peace. */
export async function readAttempts(transaction: Transaction, id: string, time: number): Promise<Attempts> {
  const known = await transaction.get<Attempts>(ATTEMPTS, id)
  const expiresAt = new Date(time + FORGOTTEN_AFTER_MS)
  if (known && known.expiresAt.getTime() > time) return { ...known, expiresAt }
  return { _id: id, failures: 0, lockedUntil: new Date(0), expiresAt }
}
