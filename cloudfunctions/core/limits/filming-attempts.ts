import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { type AttemptPorts, countTry, takeBackTry } from './attempts'
import { FREE_FAILURES } from './lock-out'

/**
 * Admits one more challenge, and counts it before it is told. This limits filming until a forgery passes, and drawing
 * until a challenge comes up for which a film exists.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function countFilming(
  { index, now }: Omit<AttemptPorts, 'database'>,
  transaction: Transaction,
  account: AccountKey,
): Promise<void> {
  await countTry(transaction, { id: index('filming', account), free: FREE_FAILURES.filming }, now())
}

/** Takes one challenge back: a living person answered it. The others stay, or proving oneself in between would draw anew. */
export function forgiveFilming({ database, index, now }: AttemptPorts, account: AccountKey): Promise<void> {
  return database.transaction((transaction) => takeBackTry(transaction, index('filming', account), now()))
}
