import type { CollectionTable } from './catalogue'
import type { Document } from './ejson'
import type { Engine, Row } from './engine'
import { choosePlan, type KeyRange, type Plan } from './plan'
import { readRow, type StoredDocument } from './rows'

const FIRST_PAGE = 16
const LATER_PAGES = 500

/** Documents that can match a query; the caller still tests each one. */
export interface Candidates {
  readonly documents: Iterable<StoredDocument>
  /** They come in the order that was asked for. */
  readonly sorted: boolean
}

/** Finds them through the best index, or by reading the whole collection in order of insertion. */
export function candidates(
  engine: Engine,
  collection: CollectionTable,
  query: Document,
  order: Document = {},
): Candidates {
  const plan = choosePlan(collection, query, order)
  if (!plan) return { documents: throughAll(engine, collection), sorted: false }
  return { documents: unique(throughIndex(engine, collection, plan)), sorted: plan.sorted }
}

function* throughAll(engine: Engine, { table }: CollectionTable): Iterable<StoredDocument> {
  const sql = `SELECT number, id, body FROM ${table} WHERE number > ? ORDER BY number LIMIT ?`
  yield* paged((last, size) => engine.all(sql, last?.number ?? -1, size))
}

function* throughIndex(engine: Engine, { table }: CollectionTable, plan: Plan): Iterable<StoredDocument> {
  const read = plan.index.table === table ? readIds(engine, table, plan) : readKeys(engine, table, plan)
  for (const range of plan.ranges) yield* paged((last, size) => read(range, last, size))
}

type ReadPage = (range: KeyRange, last: Row | undefined, size: number) => Row[]

/** Pages through the documents by `_id`. */
function readIds(engine: Engine, table: string, { descending }: Plan): ReadPage {
  const select = `SELECT number, id, body, id AS key FROM ${table}`
  const up = `${select} WHERE id > ? AND id >= ? AND id < ? ORDER BY id LIMIT ?`
  const down = `${select} WHERE id < ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?`
  return ({ from, to }, last, size) =>
    engine.all(descending ? down : up, last?.key ?? (descending ? to : ''), from, to, size)
}

/** Pages through an index; where keys are equal, in order of insertion. */
function readKeys(engine: Engine, table: string, { index, descending }: Plan): ReadPage {
  const select = `SELECT d.number, d.id, d.body, i.key FROM ${index.table} i JOIN ${table} d ON d.number = i.document`
  const up = `${select} WHERE (i.key, i.document) > (?, ?) AND i.key < ? ORDER BY i.key, i.document LIMIT ?`
  const down = `${select} WHERE (i.key, i.document) < (?, ?) AND i.key >= ? ORDER BY i.key DESC, i.document DESC LIMIT ?`
  return ({ from, to }, last, size) =>
    descending
      ? engine.all(down, last?.key ?? to, last?.number ?? -1, from, size)
      : engine.all(up, last?.key ?? from, last?.number ?? -1, to, size)
}

/** Reads page after page, so that no statement stays open while the caller thinks; the first is small, for lookups. */
function* paged(read: (last: Row | undefined, size: number) => Row[]): Iterable<StoredDocument> {
  let last: Row | undefined
  for (let size = FIRST_PAGE; ; size = LATER_PAGES) {
    const page = read(last, size)
    for (const row of page) yield readRow(row)
    last = page.at(-1)
    if (page.length < size) return
  }
}

/** An array field puts a document under several keys. */
function* unique(documents: Iterable<StoredDocument>): Iterable<StoredDocument> {
  const seen = new Set<number>()
  for (const document of documents) {
    if (seen.has(document.number)) continue
    seen.add(document.number)
    yield document
  }
}
