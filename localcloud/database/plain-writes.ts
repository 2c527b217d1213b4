import type { PlatformError } from '../platform-error'
import { applyUpdate, checkUpdate } from './apply-update'
import { candidates } from './candidates'
import type { CollectionTable } from './catalogue'
import { checkDocument, withId } from './document'
import type { Document } from './ejson'
import type { Engine } from './engine'
import { Locked, type Locks } from './locks'
import { compileQuery } from './match'
import { orderKey } from './order-key'
import { findById, type StoredDocument } from './rows'
import { createUnlockedRows } from './unlocked-rows'
import type { Change, Versions } from './versions'

/** Writes outside transactions. They wait for open transactions that have written the same documents. */
export interface PlainWrites {
  /** Inserts in order and stops at the first failure, as MongoDB does; what came before it stays. */
  insert(collection: CollectionTable, documents: readonly Document[]): Promise<Document[]>
  /** Changes the first or all matches; answers how many documents are different now. */
  update(
    collection: CollectionTable,
    query: Document,
    update: Document,
    multi: boolean,
    now: Date,
  ): Promise<number>
  /** Writes a document whole; answers whether it was there and whether it is different now. */
  replace(collection: CollectionTable, id: Document['_id'], content: Document): Promise<ReplaceResult>
  remove(collection: CollectionTable, query: Document, multi: boolean): Promise<number>
}

export interface ReplaceResult {
  readonly updated: number
  readonly upsertedId: Document['_id'] | null
}

export function createPlainWrites(engine: Engine, versions: Versions, locks: Locks): PlainWrites {
  const write = <R>(work: (changes: Change[]) => R) => writeWhenFree(engine, versions, work)
  const rows = createUnlockedRows(engine, locks)

  return {
    async insert(collection, documents) {
      const ready = documents.map(withId)
      const { inserted, failure } = await write((changes) =>
        insertInOrder(ready, (one) => rows.insert(collection, one, changes)),
      )
      if (failure) throw failure
      return inserted
    },

    async update(collection, query, update, multi, now) {
      checkUpdate(update)
      return write((changes) => {
        let changed = 0
        for (const old of matching(engine, collection, query, multi)) {
          const document = applyUpdate(old.document, update, query, now)
          checkDocument(document)
          if (rows.replace(collection, old, document, changes)) changed++
        }
        return changed
      })
    },

    replace: async (collection, id, content) => {
      const document = withId({ ...content, _id: id })
      return write((changes) => {
        const old = findById(engine, collection, orderKey(id))
        if (old)
          return { updated: Number(rows.replace(collection, old, document, changes)), upsertedId: null }
        rows.insert(collection, document, changes)
        return { updated: 0, upsertedId: id }
      })
    },

    remove: (collection, query, multi) =>
      write((changes) => {
        const found = matching(engine, collection, query, multi)
        for (const old of found) rows.remove(collection, old, changes)
        return found.length
      }),
  }
}

/** Runs work again each time it met a lock, after the transaction that held it has ended. */
async function writeWhenFree<R>(
  engine: Engine,
  versions: Versions,
  work: (changes: Change[]) => R,
): Promise<R> {
  for (;;) {
    const changes: Change[] = []
    try {
      return await engine.write(
        () => work(changes),
        () => versions.record(changes),
      )
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      await error.owner.ended
    }
  }
}

function insertInOrder(documents: readonly Document[], insert: (document: Document) => void) {
  const inserted: Document[] = []
  for (const document of documents) {
    try {
      insert(document)
    } catch (error) {
      if (error instanceof Locked || inserted.length === 0) throw error
      return { inserted, failure: error as PlatformError }
    }
    inserted.push(document)
  }
  return { inserted, failure: null }
}

function matching(
  engine: Engine,
  collection: CollectionTable,
  query: Document,
  multi: boolean,
): StoredDocument[] {
  const matches = compileQuery(query)
  const found: StoredDocument[] = []
  for (const candidate of candidates(engine, collection, query).documents) {
    if (!matches(candidate.document)) continue
    found.push(candidate)
    if (!multi) break
  }
  return found
}
