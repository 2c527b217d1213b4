import { PlatformError } from '../platform-error'
import type { CollectionTable, Index } from './catalogue'
import { type Document, parseEjson, stringifyEjson } from './ejson'
import type { Engine, Row } from './engine'
import { indexKeys, orderKey } from './order-key'

/** One stored document: its row number, the key of its `_id`, and its content. */
export interface StoredDocument {
  readonly number: number
  readonly id: string
  readonly document: Document
}

const epoch = new Date(0)

/** Reads one row; stored text holds no server dates any more, so the time does not matter. */
export function readRow(row: Row): StoredDocument {
  return {
    number: Number(row.number),
    id: String(row.id),
    document: parseEjson(String(row.body), epoch) as Document,
  }
}

/** The document with this `_id` key, if there is one. */
export function findById(engine: Engine, { table }: CollectionTable, id: string): StoredDocument | undefined {
  const row = engine.get(`SELECT number, id, body FROM ${table} WHERE id = ?`, id)
  return row && readRow(row)
}

/** Adds a document under the order key of its `_id`. @throws PlatformError on a taken id or unique field, before writing */
export function insertRow(engine: Engine, collection: CollectionTable, document: Document): void {
  const id = orderKey(document._id)
  if (engine.get(`SELECT 1 FROM ${collection.table} WHERE id = ?`, id)) throw duplicateKey(collection, '_id_')
  for (const index of collection.indexes) checkUnique(engine, collection, index, document, -1)
  const { lastInsertRowid } = engine.run(
    `INSERT INTO ${collection.table} (id, body) VALUES (?, ?)`,
    id,
    stringifyEjson(document),
  )
  for (const index of collection.indexes) addKeys(engine, index, Number(lastInsertRowid), document)
}

/** Replaces the content of a document, which keeps its `_id`. @throws PlatformError on a taken unique field */
export function replaceRow(
  engine: Engine,
  collection: CollectionTable,
  old: StoredDocument,
  document: Document,
): void {
  engine.run(`UPDATE ${collection.table} SET body = ? WHERE number = ?`, stringifyEjson(document), old.number)
  for (const index of collection.indexes) {
    const before = indexKeys(old.document, index.paths)
    const after = indexKeys(document, index.paths)
    if (before.length === after.length && before.every((key, place) => key === after[place])) continue
    checkUnique(engine, collection, index, document, old.number)
    removeKeys(engine, index, old)
    addKeys(engine, index, old.number, document)
  }
}

/** Deletes a document and its keys. */
export function removeRow(engine: Engine, collection: CollectionTable, old: StoredDocument): void {
  for (const index of collection.indexes) removeKeys(engine, index, old)
  engine.run(`DELETE FROM ${collection.table} WHERE number = ?`, old.number)
}

/** Puts a document into an index that was just made. @throws PlatformError when its key is taken */
export function indexRow(
  engine: Engine,
  collection: CollectionTable,
  index: Index,
  stored: StoredDocument,
): void {
  checkUnique(engine, collection, index, stored.document, stored.number)
  addKeys(engine, index, stored.number, stored.document)
}

/** True when both write as the same text. */
export function sameDocument(a: Document, b: Document): boolean {
  return stringifyEjson(a) === stringifyEjson(b)
}

/** The platform's wording of a taken key, which functions recognise by `E11000`. It names no value. */
export function duplicateKey(collection: CollectionTable, index: string): PlatformError {
  return new PlatformError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] (DuplicateKey) E11000 duplicate key error collection: ${collection.name} index: ${index}.`,
  )
}

function checkUnique(
  engine: Engine,
  collection: CollectionTable,
  index: Index,
  document: Document,
  own: number,
): void {
  if (!index.unique) return
  for (const key of indexKeys(document, index.paths)) {
    const taken = engine.get(`SELECT 1 FROM ${index.table} WHERE key = ? AND document <> ?`, key, own)
    if (taken) throw duplicateKey(collection, index.name)
  }
}

function addKeys(engine: Engine, index: Index, number: number, document: Document): void {
  for (const key of indexKeys(document, index.paths)) {
    engine.run(`INSERT INTO ${index.table} (key, document) VALUES (?, ?)`, key, number)
  }
}

function removeKeys(engine: Engine, index: Index, old: StoredDocument): void {
  for (const key of indexKeys(old.document, index.paths)) {
    engine.run(`DELETE FROM ${index.table} WHERE key = ? AND document = ?`, key, old.number)
  }
}
