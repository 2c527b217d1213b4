import { PlatformError } from '../platform-error'
import { applyUpdate, checkUpdate } from './apply-update'
import type { CollectionTable } from './catalogue'
import { checkDocument, withId } from './document'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { uniqueKey } from './locks'
import { indexKeys, orderKey } from './order-key'
import { duplicateKey, findById, sameDocument } from './rows'
import type { OpenTransaction, Transactions } from './transactions'
import { documentKey, type Versions } from './versions'

/** What a transaction can do: one document at a time. A failed write ends it, as in MongoDB. */
export interface TransactionOperations {
  get(transaction: OpenTransaction, collection: CollectionTable, id: Document['_id']): Document | null
  insert(transaction: OpenTransaction, collection: CollectionTable, document: Document): Document
  replace(
    transaction: OpenTransaction,
    collection: CollectionTable,
    id: Document['_id'],
    content: Document,
  ): boolean
  /** Answers whether the document is different now. */
  update(
    transaction: OpenTransaction,
    collection: CollectionTable,
    id: Document['_id'],
    update: Document,
    now: Date,
  ): boolean
  remove(transaction: OpenTransaction, collection: CollectionTable, id: Document['_id']): boolean
}

export function createTransactionOperations(
  engine: Engine,
  versions: Versions,
  transactions: Transactions,
): TransactionOperations {
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
    const owner = transactions.locks.ownerOf(name)
    if (owner && owner !== transaction) throw conflict()
    transactions.locks.take(name, transaction)
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

  /** A write that fails takes the whole transaction with it, so that its locks do not outlive it. */
  const orAbort = <R>(transaction: OpenTransaction, work: () => R): R => {
    try {
      return work()
    } catch (error) {
      transactions.abort(transaction.id)
      throw error
    }
  }

  return {
    get: (transaction, collection, id) => read(transaction, collection, orderKey(id)),

    insert(transaction, collection, document) {
      const complete = withId(document)
      const id = orderKey(complete._id)
      return orAbort(transaction, () => {
        const taken = read(transaction, collection, id)
        write(transaction, collection, id, complete)
        if (taken) throw duplicateKey(collection, '_id_')
        return complete
      })
    },

    replace(transaction, collection, id, content) {
      const document = withId({ ...content, _id: id })
      return orAbort(transaction, () => {
        const old = read(transaction, collection, orderKey(id))
        write(transaction, collection, orderKey(id), document)
        return old !== null
      })
    },

    update(transaction, collection, id, update, now) {
      checkUpdate(update)
      return orAbort(transaction, () => {
        const old = read(transaction, collection, orderKey(id))
        if (!old) return false
        const document = applyUpdate(old, update, { _id: id }, now)
        checkDocument(document)
        write(transaction, collection, orderKey(id), document)
        return !sameDocument(old, document)
      })
    },

    remove: (transaction, collection, id) =>
      orAbort(transaction, () => {
        const old = read(transaction, collection, orderKey(id))
        if (old) write(transaction, collection, orderKey(id), null)
        return old !== null
      }),
  }
}

/** The code that the SDK and our facade retry on. */
function conflict(): PlatformError {
  return new PlatformError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )
}
