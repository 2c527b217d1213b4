import { invalid } from '../platform-error'
import type { Document, Value } from './ejson'
import { compareByOrder, sortKeys } from './order-key'

/** Fields and directions, the first field first. */
export type Order = readonly (readonly [field: string, way: 1 | -1])[]

/**
 * Sorts documents as MongoDB does: in BSON's order, by the smallest or largest element of arrays, equals as they came.
 *
 * @param order field → 1 or -1, the first field first
 */
export function sortDocuments(documents: readonly Document[], order: Document): Document[] {
  return sortBy(documents, checkOrder(order))
}

/** Sorts values; a field of '' means the value itself. */
export function sortBy<V extends Value>(values: readonly V[], order: Order): V[] {
  const compare = compareByOrder(order)
  return values
    .map((value) => ({ value, keys: sortKeys(value, order) }))
    .sort((a, b) => compare(a.keys, b.keys))
    .map(({ value }) => value)
}

/** @throws PlatformError INVALID_PARAM naming the field */
export function checkOrder(order: Document): Order {
  return Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalid(`The order of ${field} must be 1 or -1.`)
    return [field, direction]
  })
}
