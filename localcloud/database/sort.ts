import { invalid } from '../platform-error'
import type { Document } from './ejson'
import { sortKey } from './order-key'

/**
 * Sorts documents as MongoDB does: in BSON's order, by the smallest or largest element of arrays, equals as they came.
 *
 * @param order field → 1 or -1, the first field first
 */
export function sortDocuments(documents: readonly Document[], order: Document): Document[] {
  const fields = Object.entries(order)
  checkOrder(order)
  return documents
    .map((document) => ({
      document,
      keys: fields.map(([field, way]) => sortKey(document, field, way as 1 | -1)),
    }))
    .sort((a, b) => compareKeys(a.keys, b.keys, fields))
    .map(({ document }) => document)
}

/** @throws PlatformError INVALID_PARAM naming the field */
export function checkOrder(order: Document): void {
  for (const [field, direction] of Object.entries(order)) {
    if (direction !== 1 && direction !== -1) throw invalid(`The order of ${field} must be 1 or -1.`)
  }
}

function compareKeys(
  left: readonly string[],
  right: readonly string[],
  fields: readonly [string, unknown][],
): number {
  for (const [place, [, way]] of fields.entries()) {
    const [a, b] = [left[place] ?? '', right[place] ?? '']
    if (a !== b) return (a < b ? -1 : 1) * Number(way)
  }
  return 0
}
