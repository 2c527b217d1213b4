import { PlatformError } from '../platform-error'
import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { type Locks, uniqueKey } from './locks'
import { indexKeys } from './order-key'
import { duplicateKey, findById } from './rows'
import type { OpenTransaction } from './transactions'
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
    claim(transaction, name)
    if (versions.before(collection.name, id, transaction.snapshot())) throw conflict()
    claimKeys(transaction, collection, id, before, after)
    const first = transaction.writes.get(name)
    transaction.writes.set(name, { collection, id, before: first ? first.before : before, after })
  }

  const claim = (transaction: OpenTransaction, name: string) => {
    const owner = locks.ownerOf(name)
    if (owner && owner !== transaction) throw conflict()
    locks.take(name, transaction)
  }

  /** Locks the unique keys that a document leaves and takes, and refuses one that another document holds. */
  const claimKeys = (
    transaction: OpenTransaction,
    collection: CollectionTable,
    id: string,
    before: Document | null,
    after: Document | null,
  ) => {
    for (const index of collection.indexes.filter(({ unique }) => unique)) {
      for (const key of before ? indexKeys(before, index.paths) : [])
        claim(transaction, uniqueKey(index.table, key))
      for (const key of after ? indexKeys(after, index.paths) : []) {
        claim(transaction, uniqueKey(index.table, key))
        const holder = holderOf(transaction, collection, index, key)
        if (holder === undefined || holder === id) continue
        throw versions.before(collection.name, holder, transaction.snapshot())
          ? conflict()
          : duplicateKey(collection, index.name)
      }
    }
  }

  /** The document that holds a unique key as this transaction sees it. */
  const holderOf = (
    transaction: OpenTransaction,
    collection: CollectionTable,
    index: CollectionTable['indexes'][number],
    key: string,
  ): string | undefined => {
    for (const own of transaction.writes.values()) {
      if (
        own.collection.name === collection.name &&
        own.after &&
        indexKeys(own.after, index.paths).includes(key)
      )
        return own.id
    }
    const sql = `SELECT d.id FROM ${index.table} i JOIN ${collection.table} d ON d.number = i.document WHERE i.key = ?`
    const stored = engine.get(sql, key)?.id
    if (stored === undefined || transaction.writes.has(documentKey(collection.name, String(stored))))
      return undefined
    return String(stored)
  }

  return { read, write }
}

/** The code on which the SDK and the platform facade retry. */
function conflict(): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )
}
