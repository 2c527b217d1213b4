import type { CollectionTable, Index } from './catalogue'
import { ORDER, typeOrder } from './compare'
import type { Document, Value } from './ejson'
import { isIndexable, orderKey } from './order-key'
import { isDocument } from './path'

/** Most keys that one query may look up one by one; wider `$in` lists are read in full and filtered. */
const MAX_PROBES = 1000
/** Sorts after every key. */
const AFTER_ALL = '\u{10FFFF}'
const EVERYTHING = { from: '', to: '' }

/** Which keys of which index to read, and which way. */
export interface Plan {
  readonly index: Index
  readonly ranges: readonly KeyRange[]
  readonly descending: boolean
  /** The documents come in the order that was asked for. */
  readonly sorted: boolean
}

/** Keys from `from` up to, but not including, `to`. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

/**
 * Chooses how to find what can match: the index whose first fields the query fixes furthest; among equals one that also
 * bounds the next field or already has the order asked for. Undefined means reading the whole collection.
 */
export function choosePlan(collection: CollectionTable, query: Document, order: Document): Plan | undefined {
  const conditions = conditionsOf(query)
  const byId: Index = {
    name: '_id_',
    unique: true,
    fields: { _id: 1 },
    paths: ['_id'],
    table: collection.table,
  }
  const plans = [byId, ...collection.indexes].flatMap((index) => planWith(index, conditions, order) ?? [])
  return plans.sort((a, b) => b.rank - a.rank)[0]
}

function planWith(
  index: Index,
  conditions: Conditions,
  order: Document,
): (Plan & { rank: number }) | undefined {
  const fixed = index.paths.map((path) => fixedKeys(conditions.get(path) ?? []))
  const width = fixed.indexOf(undefined)
  const complete = width < 0
  const prefixes = combine(fixed.slice(0, complete ? undefined : width) as string[][])
  if (prefixes.length > MAX_PROBES) return undefined

  const next = complete ? undefined : index.paths[width]
  const bounds = next === undefined ? EVERYTHING : boundsOf(conditions.get(next) ?? [])
  const [[field, way] = [], ...others] = Object.entries(order)
  // With bounds, the element of an array that is in bounds need not be the one it sorts by; an _id is never an array.
  const orderly = others.length === 0 && field === next && prefixes.length === 1
  const sorted = next !== undefined && orderly && (bounds === EVERYTHING || next === '_id')
  const fixedFields = complete ? index.paths.length : width
  if (fixedFields === 0 && bounds === EVERYTHING && !sorted) return undefined
  return {
    index,
    ranges: prefixes.map((prefix) =>
      complete
        ? { from: prefix, to: `${prefix}\u0001` }
        : { from: prefix + bounds.from, to: `${prefix}${bounds.to}${AFTER_ALL}` },
    ),
    descending: sorted && way === -1,
    sorted,
    rank:
      fixedFields * 4 + (index.unique && complete ? 8 : 0) + (bounds === EVERYTHING ? 0 : 2) + Number(sorted),
  }
}

type Conditions = ReadonlyMap<string, readonly Value[]>

/** What must hold of each field, also inside `$and`. */
function conditionsOf(query: Document, found = new Map<string, Value[]>()): Conditions {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and') for (const branch of condition as Document[]) conditionsOf(branch, found)
    else if (!field.startsWith('$')) found.set(field, [...(found.get(field) ?? []), condition])
  }
  return found
}

/** The keys of the few values that equality or `$in` leaves, if one does. */
function fixedKeys(conditions: readonly Value[]): string[] | undefined {
  for (const condition of conditions) {
    const values = fixedValues(condition)
    if (values?.every(isIndexable)) return [...new Set(values.map(orderKey))]
  }
  return undefined
}

function fixedValues(condition: Value): Value[] | undefined {
  if (!isDocument(condition)) return [condition]
  if ('$eq' in condition) return [condition.$eq]
  return Array.isArray(condition.$in) ? condition.$in : undefined
}

/**
 * The keys among which `$gt`, `$gte`, `$lt`, `$lte` can match: values of the same type, from the lower bound or up to
 * the upper one. Not both at once, for two elements of an array may satisfy one bound each.
 */
function boundsOf(conditions: readonly Value[]): KeyRange {
  for (const condition of conditions.filter(isDocument)) {
    const lower = condition.$gte ?? condition.$gt
    const bound = lower ?? condition.$lte ?? condition.$lt
    if (bound === undefined || bound === null || !isIndexable(bound) || !isBracketed(bound)) continue
    const key = orderKey(bound)
    const type = key.charAt(0)
    return lower === undefined || lower === null ? { from: type, to: key } : { from: key, to: type }
  }
  return EVERYTHING
}

/** MinKey and MaxKey are compared with every type. */
function isBracketed(bound: Value): boolean {
  return typeOrder(bound) !== ORDER.minKey && typeOrder(bound) !== ORDER.maxKey
}

function combine(keys: readonly (readonly string[])[]): string[] {
  return keys.reduce<string[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)),
    [''],
  )
}
