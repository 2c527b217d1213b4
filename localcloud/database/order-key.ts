import { OpaqueValue, type Value } from './ejson'
import { isDocument, valuesAt } from './path'

/**
 * Encodes a value as text whose order by bytes is BSON's order of values: null and missing, numbers, text, documents,
 * arrays, binary, ObjectId, booleans, dates, timestamps, regular expressions. Equal texts mean equal values.
 *
 * Source: MongoDB manual, "Comparison/Sort Order"; the null rule of unique indexes follows from missing = null.
 */
export function orderKey(value: Value): string {
  if (value === null || value === undefined) return '2'
  if (typeof value === 'number') return `3${orderedNumber(value)}`
  if (typeof value === 'string') return `4${terminated(value)}`
  if (typeof value === 'boolean') return value ? '91' : '90'
  if (value instanceof Date) return `a${orderedNumber(value.getTime())}`
  if (value instanceof RegExp) return `c${terminated(value.source)}${terminated(value.flags)}`
  if (Array.isArray(value)) return `6${value.map((item) => `+${orderKey(item)}`).join('')}!`
  if (value instanceof OpaqueValue) return `${OPAQUE_ORDER[value.type] ?? 'd'}${terminated(value.json)}`
  return `5${Object.entries(value as object)
    .map(fieldKey)
    .join('')}!`
}

const OPAQUE_ORDER: Readonly<Record<string, string>> = {
  $minKey: '1',
  $numberLong: '3',
  $numberDecimal: '3',
  $symbol: '4',
  $binary: '7',
  $oid: '8',
  $timestamp: 'b',
  $maxKey: 'e',
}

/** The keys of one document in an index: one for each element when a field holds an array. */
export function indexKeys(document: Value, fields: readonly string[]): string[] {
  const perField = fields.map((field) => [...new Set(elementsAt(document, field).map(orderKey))])
  return perField.reduce<string[]>(
    (prefixes, keys) => prefixes.flatMap((prefix) => keys.map((key) => prefix + key)),
    [''],
  )
}

/** The key a document sorts by: of an array, its smallest element ascending and its largest descending. */
export function sortKey(document: Value, field: string, direction: 1 | -1): string {
  const keys = elementsAt(document, field).map(orderKey).sort()
  return (direction === 1 ? keys[0] : keys.at(-1)) ?? orderKey(null)
}

/** True when an index can find the value by equality: scalars that encode without loss. */
export function isIndexable(value: Value): boolean {
  return !(Array.isArray(value) || isDocument(value) || value instanceof RegExp || value === undefined)
}

function elementsAt(document: Value, field: string): Value[] {
  return valuesAt(document, field).flatMap((value) => {
    if (!Array.isArray(value)) return [value]
    return value.length > 0 ? value : [undefined]
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

/** Ends a text with U+0001 so that prefixes sort first; U+0000 to U+0002 inside are escaped. */
function terminated(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to escape
  return `${text.replace(/[\u0000-\u0002]/g, (control) => `\u0002${control.charCodeAt(0)}`)}\u0001`
}
