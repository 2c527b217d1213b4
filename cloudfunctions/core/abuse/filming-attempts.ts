import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/transaction'
import type { AccountKey } from '../records/account-key'
import { ATTEMPTS, type Attempts } from '../records/attempts'
import { type AttemptPorts, readAttempts } from './attempts'
import { FREE_FAILURES, lockOut } from './lock-out'

/**
 * Nobody may film until a forgery passes.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function requireFilmingAllowed(
  { index, now }: Omit<AttemptPorts, 'database'>,
  transaction: Transaction,
  account: AccountKey,
): Promise<void> {
  const { lockedUntil } = await readAttempts(transaction, index('filming', account), now())
  const retryAt = lockedUntil.getTime()
  if (retryAt > now()) throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: Math.ceil(retryAt / 1000) })
}

/** Counts frames that showed no living person doing what was asked. */
export function noteFailedFilming(
  { database, index, now }: AttemptPorts,
  account: AccountKey,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const attempts = await readAttempts(transaction, index('filming', account), now())
    const failures = attempts.failures + 1
    const lockedUntil = new Date(now() + lockOut(failures, FREE_FAILURES.filming))
    await transaction.put<Attempts>(ATTEMPTS, { ...attempts, failures, lockedUntil })
  })
}

/** Forgets them, once the person was proven. */
export async function clearFilming({ database, index }: AttemptPorts, account: AccountKey): Promise<void> {
  await database.collection<Attempts>(ATTEMPTS).remove(index('filming', account))
}
