import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { type Locks, uniqueKey } from './locks'
import { indexKeys } from './order-key'
import { duplicateKey } from './rows'
import { claim, conflict } from './transaction-conflict'
import type { OpenTransaction } from './transactions'
import { documentKey, type Versions } from './versions'

type Index = CollectionTable['indexes'][number]

/** A document that a transaction changes: before and after, `null` where there is none. Its id is an order key. */
interface Changed {
  readonly id: string
  readonly before: Document | null
  readonly after: Document | null
}

/**
 * Makes what locks, for a transaction, the unique keys that a document leaves and takes.
 *
 * @returns throws a PlatformError when another transaction has locked one of the keys, or another document holds one
 */
export function createClaimUniqueKeys(engine: Engine, versions: Versions, locks: Locks) {
  /** The document that holds a unique key as this transaction sees it. */
  const holderOf = (
    transaction: OpenTransaction,
    collection: CollectionTable,
    index: Index,
    key: string,
  ): string | undefined => {
    for (const { collection: written, id, after } of transaction.writes.values()) {
      if (written.name === collection.name && after && indexKeys(after, index.paths).includes(key)) return id
    }
    const sql = `SELECT d.id FROM ${index.table} i JOIN ${collection.table} d ON d.number = i.document WHERE i.key = ?`
    const stored = engine.get(sql, key)?.id
    if (stored === undefined || transaction.writes.has(documentKey(collection.name, String(stored))))
      return undefined
    return String(stored)
  }

  const claimKey = (
    transaction: OpenTransaction,
    collection: CollectionTable,
    index: Index,
    key: string,
    id: string,
  ) => {
    claim(locks, transaction, uniqueKey(index.table, key))
    const holder = holderOf(transaction, collection, index, key)
    if (holder === undefined || holder === id) return
    throw versions.before(collection.name, holder, transaction.snapshot())
      ? conflict()
      : duplicateKey(collection, index.name)
  }

  return (
    transaction: OpenTransaction,
    collection: CollectionTable,
    { id, before, after }: Changed,
  ): void => {
    for (const index of collection.indexes.filter(({ unique }) => unique)) {
      for (const key of before ? indexKeys(before, index.paths) : [])
        claim(locks, transaction, uniqueKey(index.table, key))
      for (const key of after ? indexKeys(after, index.paths) : [])
        claimKey(transaction, collection, index, key, id)
    }
  }
}
