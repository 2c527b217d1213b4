import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine } from './engine'
import type { Locks } from './locks'
import { findById } from './rows'
import { claim, conflict } from './transaction-conflict'
import type { OpenTransaction } from './transactions'
import { createClaimUniqueKeys } from './unique-claims'
import { documentKey, type Versions } from './versions'

/** Documents as one transaction sees them: the store at its begin, under its own writes. Ids are order keys. */
export interface TransactionDocuments {
  read(transaction: OpenTransaction, collection: CollectionTable, id: string): Document | null
  /**
   * Keeps a document, or with `null` its absence, for the commit.
   *
   * @throws PlatformError when another transaction has written it, or another document holds one of its unique keys
   */
  write(transaction: OpenTransaction, collection: CollectionTable, id: string, after: Document | null): void
}

export function createTransactionDocuments(
  engine: Engine,
  versions: Versions,
  locks: Locks,
): TransactionDocuments {
  const claimUniqueKeys = createClaimUniqueKeys(engine, versions, locks)

  const read = (transaction: OpenTransaction, collection: CollectionTable, id: string): Document | null => {
    const own = transaction.writes.get(documentKey(collection.name, id))
    if (own) return own.after
    const earlier = versions.before(collection.name, id, transaction.snapshot())
    return earlier ? earlier.document : (findById(engine, collection, id)?.document ?? null)
  }

  const write = (
    transaction: OpenTransaction,
    collection: CollectionTable,
    id: string,
    after: Document | null,
  ) => {
    const name = documentKey(collection.name, id)
    const before = read(transaction, collection, id)
    claim(locks, transaction, name)
    if (versions.before(collection.name, id, transaction.snapshot())) throw conflict()
    claimUniqueKeys(transaction, collection, { id, before, after })
    const first = transaction.writes.get(name)
    transaction.writes.set(name, { collection, id, before: first ? first.before : before, after })
  }

  return { read, write }
}
