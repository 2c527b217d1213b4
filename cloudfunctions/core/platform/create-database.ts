import { createCollection } from './collection'
import type { Database } from './database'
import type { SdkDatabase } from './sdk-database'
import { createTransactions } from './transaction'

/**
 * Makes a {@link Database} over the SDK's.
 *
 * @param sdk `cloud.database({ throwOnNotFound: false })`
 * @param pause waits before attempt number `attempt` (1, 2, …) of a transaction; passed in by tests
 */
export function createDatabase(sdk: SdkDatabase, pause?: (attempt: number) => Promise<void>): Database {
  return {
    command: sdk.command,
    collection: (name) => createCollection(sdk, name),
    transaction: createTransactions(sdk, pause),
  }
}
