import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { Locked, type Locks, uniqueKey } from './locks'
import { indexKeys, orderKey } from './order-key'
import { insertRow, removeRow, replaceRow, type StoredDocument, sameDocument } from './rows'
import { type Change, documentKey } from './versions'

/**
 * Rows as a write outside transactions changes them. Each change is noted in `changes` for the transactions that read an
 * earlier state.
 *
 * @throws Locked while an open transaction has written the document, or holds one of its unique keys
 */
export interface UnlockedRows {
  insert(collection: CollectionTable, document: Document, changes: Change[]): void
  /** @returns whether the document is different now */
  replace(collection: CollectionTable, old: StoredDocument, document: Document, changes: Change[]): boolean
  remove(collection: CollectionTable, old: StoredDocument, changes: Change[]): void
}

export function createUnlockedRows(engine: Engine, locks: Locks): UnlockedRows {
  const checkFree = (name: string) => {
    const owner = locks.ownerOf(name)
    if (owner) throw new Locked(owner)
  }
  const checkDocumentFree = ({ name, indexes }: CollectionTable, id: string, document: Document | null) => {
    checkFree(documentKey(name, id))
    if (document === null) return
    for (const index of indexes.filter(({ unique }) => unique)) {
      for (const key of indexKeys(document, index.paths)) checkFree(uniqueKey(index.table, key))
    }
  }

  return {
    insert(collection, document, changes) {
      const id = orderKey(document._id)
      checkDocumentFree(collection, id, document)
      insertRow(engine, collection, document)
      changes.push({ collection: collection.name, id, before: null })
    },

    replace(collection, old, document, changes) {
      checkDocumentFree(collection, old.id, document)
      if (sameDocument(old.document, document)) return false
      replaceRow(engine, collection, old, document)
      changes.push({ collection: collection.name, id: old.id, before: old.document })
      return true
    },

    remove(collection, old, changes) {
      checkDocumentFree(collection, old.id, null)
      removeRow(engine, collection, old)
      changes.push({ collection: collection.name, id: old.id, before: old.document })
    },
  }
}
