import { createCollection } from './collection'
import type { Database } from './database'
import type { SdkDatabase } from './sdk-database'
import { createTransactions, type Retry } from './transaction'

/**
 * Makes a {@link Database} over the SDK's.
 *
 * @param sdk `cloud.database({ throwOnNotFound: false })`
 * @param retry until when and with what pauses a transaction is repeated
 */
export function createDatabase(sdk: SdkDatabase, retry: Retry): Database {
  return {
    command: sdk.command,
    in: ({ name }) => createCollection(sdk, name),
    transaction: createTransactions(sdk, retry),
  }
}
