import type { CollectionTable, Index } from './catalogue'
import type { Document, Value } from './ejson'
import type { Engine, Row } from './engine'
import { isIndexable, orderKey } from './order-key'
import { isDocument } from './path'
import { readRow, type StoredDocument } from './rows'

/** Most keys that one query may look up one by one; wider `$in` lists are read in full and filtered. */
const MAX_PROBES = 1000
/** Sorts after every key. */
const AFTER_ALL = '\u{10FFFF}'
const EVERYTHING = { from: '', to: '' }

/**
 * The documents that can match, found by `_id`, by an index whose first fields the query fixes, or by reading all of
 * them in order of insertion. The caller still tests each one.
 */
export function* candidates(
  engine: Engine,
  collection: CollectionTable,
  query: Document,
): Iterable<StoredDocument> {
  const equalities = fixedFields(query)
  const ids = equalities.get('_id')
  if (ids) return yield* byKeys(engine, `SELECT number, id, body FROM ${collection.table} WHERE id = ?`, ids)

  const chosen = chooseIndex(collection.indexes, equalities, query)
  if (!chosen)
    return yield* rows(engine.iterate(`SELECT number, id, body FROM ${collection.table} ORDER BY number`))
  const { index, prefixes, complete, range } = chosen
  const join = `SELECT d.number, d.id, d.body FROM ${index.table} i JOIN ${collection.table} d ON d.number = i.document`
  if (complete) return yield* unique(byKeys(engine, `${join} WHERE i.key = ? ORDER BY i.document`, prefixes))
  for (const prefix of prefixes) {
    const [from, to] = [prefix + range.from, `${prefix}${range.to}${AFTER_ALL}`]
    yield* unique(rows(engine.iterate(`${join} WHERE i.key >= ? AND i.key < ?`, from, to)))
  }
}

/** Fields that every match holds one of few given values in, as order keys: from equality and `$in`, also inside `$and`. */
export function fixedFields(query: Document): Map<string, string[]> {
  const fixed = new Map<string, string[]>()
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and') {
      for (const branch of condition as Document[])
        for (const [name, keys] of fixedFields(branch)) fixed.set(name, keys)
    } else if (!field.startsWith('$')) {
      const values = fixedValues(condition)
      if (values?.every(isIndexable)) fixed.set(field, [...new Set(values.map(orderKey))])
    }
  }
  return fixed
}

function fixedValues(condition: Value): Value[] | undefined {
  if (!isDocument(condition)) return [condition]
  if ('$eq' in condition) return [condition.$eq]
  if (Array.isArray(condition.$in) && condition.$in.length <= MAX_PROBES) return condition.$in
  return undefined
}

/** The index that fixes most fields, then the one that also bounds the next; a complete one fixes all of its own. */
function chooseIndex(indexes: readonly Index[], fixed: ReadonlyMap<string, string[]>, query: Document) {
  const usable = indexes
    .map((index) => ({ index, width: index.paths.findIndex((path) => !fixed.has(path)) }))
    .map(({ index, width }) => ({
      index,
      width: width < 0 ? index.paths.length : width,
      complete: width < 0,
    }))
    .map((plan) => ({ ...plan, range: boundsOf(query[plan.index.paths[plan.width] ?? '']) }))
    .filter(({ width, range }) => width > 0 || range !== EVERYTHING)
    .sort((a, b) => b.width - a.width || Number(a.range === EVERYTHING) - Number(b.range === EVERYTHING))
  const best = usable[0]
  if (!best) return undefined
  const prefixes = best.index.paths
    .slice(0, best.width)
    .map((path) => fixed.get(path) ?? [])
    .reduce<string[]>((heads, keys) => heads.flatMap((head) => keys.map((key) => head + key)), [''])
  return prefixes.length > MAX_PROBES ? undefined : { ...best, prefixes }
}

/**
 * The keys among which `$gt`, `$gte`, `$lt`, `$lte` can match: values of the same type, from the lower bound or up to
 * the upper one. Not both at once, for two elements of an array may satisfy one bound each.
 */
function boundsOf(condition: Value): { from: string; to: string } {
  if (!isDocument(condition)) return EVERYTHING
  const lower = condition.$gte ?? condition.$gt
  const bound = lower ?? condition.$lte ?? condition.$lt
  if (bound === undefined || bound === null || !isIndexable(bound)) return EVERYTHING
  const key = orderKey(bound)
  const type = key.charAt(0)
  return lower === undefined || lower === null ? { from: type, to: key } : { from: key, to: type }
}

function* byKeys(engine: Engine, sql: string, keys: readonly string[]): Iterable<StoredDocument> {
  for (const key of keys) yield* rows(engine.all(sql, key))
}

function* rows(found: Iterable<Row>): Iterable<StoredDocument> {
  for (const row of found) yield readRow(row)
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
