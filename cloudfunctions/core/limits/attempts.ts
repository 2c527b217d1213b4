import { NanshaError } from '@nansha/shared/errors'
import type { BlindIndex } from '../crypto/blind-index'
import type { Now } from '../function/answer'
import type { Database, Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { ATTEMPTS, type Attempts } from '../records/attempts'
import { FORGOTTEN_AFTER_MS, FREE_FAILURES, lockOut } from './lock-out'

export interface AttemptPorts {
  readonly database: Database
  /** Under the key of the attempts, which opens nothing else. */
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
 * @param number the resident number
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function beginAttempt(
  { database, index, now }: AttemptPorts,
  account: AccountKey,
  number: string,
): Promise<Attempt> {
  const onNumber = { id: index('attempts', account, number), free: FREE_FAILURES.number }
  const inAll = { id: index('attempts', account), free: FREE_FAILURES.account }

  const isFirst = await database.transaction(async (transaction) => {
    const failures = await countTry(transaction, onNumber, now())
    await countTry(transaction, inAll, now())
    return failures === 1
  })

  return {
    isFirst,

    forgive: () =>
      database.transaction(async (transaction) => {
        await takeBackTry(transaction, onNumber.id, now())
        await takeBackTry(transaction, inAll.id, now())
      }),

    clear: () =>
      database.transaction(async (transaction) => {
        await transaction.in(ATTEMPTS).remove(onNumber.id)
        await takeBackTry(transaction, inAll.id, now())
      }),
  }
}

/**
 * Counts a try as failed before it is made, and sets the wait that follows it.
 *
 * @param counter its record, and the failures that cost nothing
 * @param time Unix milliseconds
 * @returns the failures in a row, this one included
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function countTry(
  transaction: Transaction,
  { id, free }: { readonly id: string; readonly free: number },
  time: number,
): Promise<number> {
  const attempts = await readAttempts(transaction, id, time)
  const retryAt = attempts.lockedUntil.getTime()
  if (retryAt > time) throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: Math.ceil(retryAt / 1000) })
  const failures = attempts.failures + 1
  const lockedUntil = new Date(time + lockOut(failures, free))
  await transaction.in(ATTEMPTS).put({ ...attempts, failures, lockedUntil })
  return failures
}

/** Undoes the count. The lock goes too: only a try that met none was admitted, and none was since. */
export async function takeBackTry(transaction: Transaction, id: string, time: number): Promise<void> {
  const attempts = await readAttempts(transaction, id, time)
  const failures = Math.max(0, attempts.failures - 1)
  if (failures === 0) await transaction.in(ATTEMPTS).remove(id)
  else await transaction.in(ATTEMPTS).put({ ...attempts, failures, lockedUntil: new Date(0) })
}

/** The counter as it is now: old failures are forgotten. */
async function readAttempts(transaction: Transaction, id: string, time: number): Promise<Attempts> {
  const known = await transaction.in(ATTEMPTS).get(id)
  const expiresAt = new Date(time + FORGOTTEN_AFTER_MS)
  if (known && known.expiresAt.getTime() > time) return { ...known, expiresAt }
  return { _id: id, failures: 0, lockedUntil: new Date(0), expiresAt }
}
