import type { CollectionToken, Stored, Transaction, TransactionCollection } from './database'
import { DuplicateKey, isConflict, isDuplicateKey, TransactionConflict } from './database-errors'
import { checkId, documentOperations, type SdkDatabase, type SdkTransaction } from './sdk-database'

/** Left for the answer when a transaction is given up: a function that is ended by its limit answers nothing. */
const ANSWER_MS = 1000

/** How conflicts are met. */
export interface Retry {
  /** Milliseconds that the running function has left. */
  readonly timeLeft: () => number
  /** Waits before attempt number `attempt` (2, 3, …); of random length when left out. */
  readonly pause?: (attempt: number) => Promise<void>
}

/**
 * Makes the runner of transactions. The SDK's own `runTransaction` retries a conflict at commit but not one raised by
 * an operation, and without any pause; this one retries both, until the function has to answer: giving up sooner would
 * turn people away while there was time.
 */
export function createTransactions(sdk: SdkDatabase, { timeLeft, pause = randomPause }: Retry) {
  return async <R>(work: (transaction: Transaction) => Promise<R>): Promise<R> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(sdk, work)
      } catch (error) {
        if (!isConflict(error)) throw error
        if (timeLeft() < ANSWER_MS + longestPause(attempt + 1)) throw new TransactionConflict(attempt, error)
        await pause(attempt + 1)
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
  return {
    in<T extends Stored>({ name }: CollectionToken<T>): TransactionCollection<T> {
      const document = (id: string) => transaction.collection(name).doc(checkId(id))
      return {
        ...documentOperations<T>(document, sdk.command),

        async insert(value) {
          try {
            await transaction.collection(name).add({ data: { ...value, _id: checkId(value._id) } })
          } catch (error) {
            throw isDuplicateKey(error) ? new DuplicateKey(name, error) : error
          }
        },
      }
    },
  }
}

/** Full jitter, so that two losers do not meet again. */
function randomPause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longestPause(attempt)))
}

/** 20, 40, 80, … up to 640 ms. */
function longestPause(attempt: number): number {
  return 10 * 2 ** Math.min(attempt - 1, 6)
}
