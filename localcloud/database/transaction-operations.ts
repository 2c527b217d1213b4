import { applyUpdate, checkUpdate } from './apply-update'
import type { CollectionTable } from './catalogue'
import { checkDocument, withId } from './document'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { orderKey } from './order-key'
import { duplicateKey, sameDocument } from './rows'
import { createTransactionDocuments } from './transaction-documents'
import type { OpenTransaction, Transactions } from './transactions'
import type { Versions } from './versions'

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
  const { read, write } = createTransactionDocuments(engine, versions, transactions.locks)

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
