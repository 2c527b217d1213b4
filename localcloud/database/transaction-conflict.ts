import { PlatformError } from '../platform-error'
import type { LockOwner, Locks } from './locks'

/** The code on which the SDK and the platform facade retry. */
export function conflict(): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )
}

/** Locks a document or unique key for a transaction. @throws PlatformError {@link conflict} when another one has locked it */
export function claim(locks: Locks, transaction: LockOwner, name: string): void {
  const owner = locks.ownerOf(name)
  if (owner && owner !== transaction) throw conflict()
  locks.take(name, transaction)
}
