import { binaryKey, compareTexts } from './compare'
import { OpaqueValue, RegularExpression, type Value } from './ejson'
import { isDocument, valuesAt } from './path'

/**
 * The version of these keys. They lie in the index tables, which are made anew when it changes.
 */
export const KEY_VERSION = 2

/**
 * Encodes a value as text whose order by bytes is BSON's order of values: MinKey, null and missing, numbers, text,
 * documents, arrays, binary, ObjectId, booleans, dates, regular expressions, MaxKey. Equal texts mean equal values, and
 * no key is the beginning of another. Compare keys with {@link compareTexts}, as SQLite does.
 *
 * Source: MongoDB manual, "Comparison/Sort Order"; the null rule of unique indexes follows from missing = null.
 */
export function orderKey(value: Value): string {
  if (value === null || value === undefined) return '2'
  if (typeof value === 'number') return `3${orderedNumber(value)}800`
  if (typeof value === 'bigint') return `3${orderedLong(value)}`
  if (typeof value === 'string') return `4${terminated(value)}`
  if (typeof value === 'boolean') return value ? '91' : '90'
  if (value instanceof Date) return `a${orderedNumber(value.getTime())}`
  if (value instanceof RegularExpression) return `c${terminated(value.pattern)}${terminated(value.options)}`
  if (Array.isArray(value)) return `6${value.map((item) => `+${orderKey(item)}`).join('')}!`
  if (value instanceof OpaqueValue) return opaqueKey(value)
  return `5${Object.entries(value as object)
    .map(fieldKey)
    .join('')}!`
}

/** The key of an empty array among the elements of an index: it comes after MinKey and before null. */
const EMPTY_ARRAY = '1'

function opaqueKey(value: OpaqueValue): string {
  switch (value.type) {
    case '$minKey':
      return '0'
    case '$binary':
      return `7${terminated(binaryKey(value))}`
    case '$oid':
      return `8${terminated(value.json)}`
    default:
      return 'e'
  }
}

/** The keys of one document in an index: one for each element when a field holds an array. */
export function indexKeys(document: Value, fields: readonly string[]): string[] {
  const perField = fields.map((field) => [...new Set(elementKeys(document, field))])
  return perField.reduce<string[]>(
    (prefixes, keys) => prefixes.flatMap((prefix) => keys.map((key) => prefix + key)),
    [''],
  )
}

/** The key a document sorts by: of an array, its smallest element ascending and its largest descending. */
export function sortKey(document: Value, field: string, direction: 1 | -1): string {
  const keys = elementKeys(document, field).sort(compareTexts)
  return (direction === 1 ? keys[0] : keys.at(-1)) ?? orderKey(null)
}

/** Compares by several fields in turn, by the keys that {@link sortKey} gives each. */
export function compareByOrder(order: readonly (readonly [field: string, way: 1 | -1])[]) {
  return (a: readonly string[], b: readonly string[]): number => {
    for (const [place, [, way]] of order.entries()) {
      const difference = compareTexts(a[place] ?? '', b[place] ?? '')
      if (difference !== 0) return difference * way
    }
    return 0
  }
}

/** The keys of a value by several fields. */
export function sortKeys(value: Value, order: readonly (readonly [field: string, way: 1 | -1])[]): string[] {
  return order.map(([field, way]) => (field === '' ? orderKey(value) : sortKey(value, field, way)))
}

/** True when an index can find the value by equality: scalars that encode without loss. */
export function isIndexable(value: Value): boolean {
  return !(
    Array.isArray(value) ||
    isDocument(value) ||
    value instanceof RegularExpression ||
    value === undefined
  )
}

function elementKeys(document: Value, field: string): string[] {
  return valuesAt(document, field).flatMap((value) => {
    if (!Array.isArray(value)) return [orderKey(value)]
    return value.length > 0 ? value.map(orderKey) : [EMPTY_ARRAY]
  })
}

/** Documents compare field by field: type first, then name, then value. */
function fieldKey([field, value]: [string, Value]): string {
  const key = orderKey(value)
  return `+${key.charAt(0)}${terminated(field)}${key}`
}

const bits = new DataView(new ArrayBuffer(8))

/** IEEE 754 bits, with the sign flipped so that hexadecimal text sorts as the numbers do; NaN sorts first, -0 equals 0. */
function orderedNumber(value: number): string {
  if (Number.isNaN(value)) return '0'.repeat(16)
  bits.setFloat64(0, value === 0 ? 0 : value)
  const raw = bits.getBigUint64(0)
  const ordered = raw >> 63n ? ~raw & 0xffffffffffffffffn : raw | (1n << 63n)
  return ordered.toString(16).padStart(16, '0')
}

/** The key of the nearest double and the distance from it, of which half the range means none. */
function orderedLong(value: bigint): string {
  const nearest = Number(value)
  const distance = value - BigInt(nearest) + 0x800n
  return orderedNumber(nearest) + distance.toString(16).padStart(3, '0')
}

/** Ends a text with U+0001 so that prefixes sort first; U+0000 to U+0002 inside are escaped. */
function terminated(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to escape
  return `${text.replace(/[\u0000-\u0002]/g, (control) => `\u0002${control.charCodeAt(0)}`)}\u0001`
}
