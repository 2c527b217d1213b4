import type { Stored, Transaction } from './database'
import { DuplicateKey, isConflict, isDuplicateKey, TransactionConflict } from './database-errors'
import { checkId, replaceWhole, type SdkDatabase, type SdkTransaction, withoutId } from './sdk-database'

const ATTEMPTS = 6

/**
 * Makes the runner of transactions. The SDK's own `runTransaction` retries a conflict at commit but not one raised by
 * an operation, and without any pause; this one retries both.
 *
 * @param pause waits before attempt number `attempt` (1, 2, …)
 */
export function createTransactions(
  sdk: SdkDatabase,
  pause: (attempt: number) => Promise<void> = randomPause,
) {
  return async <R>(work: (transaction: Transaction) => Promise<R>): Promise<R> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(sdk, work)
      } catch (error) {
        if (!isConflict(error)) throw error
        if (attempt === ATTEMPTS) throw new TransactionConflict(ATTEMPTS, error)
        await pause(attempt)
      }
    }
  }
}

async function runOnce<R>(sdk: SdkDatabase, work: (transaction: Transaction) => Promise<R>): Promise<R> {
  const transaction = await sdk.startTransaction()
  try {
    const result = await work(operations(sdk, transaction))
    await transaction.commit()
    return result
  } catch (error) {
    // Best effort: the platform has already dropped a conflicting transaction, and drops an abandoned one by itself.
    await transaction.rollback().catch(() => undefined)
    throw error
  }
}

function operations(sdk: SdkDatabase, transaction: SdkTransaction): Transaction {
  const document = (collection: string, id: string) => transaction.collection(collection).doc(checkId(id))
  return {
    async get<T extends Stored>(collection: string, id: string) {
      const { data } = await document(collection, id).get()
      return data as T | null
    },

    async insert(collection, value) {
      try {
        await transaction.collection(collection).add({ data: { ...value, _id: checkId(value._id) } })
      } catch (error) {
        throw isDuplicateKey(error) ? new DuplicateKey(collection, error) : error
      }
    },

    async put(collection, value) {
      await document(collection, value._id).set({ data: withoutId(value) })
    },

    async update(collection, id, changes) {
      const { stats } = await document(collection, id).update({ data: replaceWhole(changes, sdk.command) })
      return stats.updated > 0
    },

    async remove(collection, id) {
      const { stats } = await document(collection, id).remove()
      return stats.removed > 0
    },
  }
}

/** Full jitter: up to 20, 40, 80, … ms, so that two losers do not meet again. */
function randomPause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt))
}
