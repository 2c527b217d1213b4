import { OpaqueValue, RegularExpression, type Value } from './ejson'

/**
 * Compares two values of any types in BSON's order: first by type, then by value. A missing value (`undefined`) comes
 * before everything, so that it differs from null, as in MongoDB's expressions.
 *
 * Source: MongoDB manual, "Comparison/Sort Order"; documents and arrays as BSONObj::woCompare compares them.
 *
 * @returns negative, 0 or positive
 */
export function compareValues(a: Value, b: Value): number {
  const [left, right] = [typeOrder(a), typeOrder(b)]
  if (left !== right) return left - right
  switch (left) {
    case ORDER.number:
      return compareNumbers(a as number, b as number)
    case ORDER.text:
      return compareTexts(a as string, b as string)
    case ORDER.document:
      return compareFields(Object.entries(a as object), Object.entries(b as object))
    case ORDER.array:
      return compareFields(elements(a as Value[]), elements(b as Value[]))
    case ORDER.boolean:
      return Number(a) - Number(b)
    case ORDER.date:
      return (a as Date).getTime() - (b as Date).getTime()
    case ORDER.regularExpression:
      return compareRegularExpressions(a as RegularExpression, b as RegularExpression)
    case ORDER.binary:
      return compareBinaries(a as OpaqueValue, b as OpaqueValue)
    case ORDER.objectId:
      return compareTexts((a as OpaqueValue).json, (b as OpaqueValue).json)
    default:
      return 0
  }
}

/** True when MongoDB counts both as the same value; 1 and 1.0 are, null and a missing field are not. */
export function sameValue(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0
}

/** Compares texts by the bytes of their UTF-8 form, which is the order of their characters' code points. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let place = 0; place < length; place++) {
    const [x, y] = [a.charCodeAt(place), b.charCodeAt(place)]
    if (x === y) continue
    // Half of a character above U+FFFF: it comes after every whole one.
    if (isSurrogate(x) !== isSurrogate(y)) return isSurrogate(x) ? 1 : -1
    return x - y
  }
  return a.length - b.length
}

/** Places of the types in BSON's order. */
export const ORDER = {
  missing: 0,
  minKey: 1,
  null: 2,
  number: 3,
  text: 4,
  document: 5,
  array: 6,
  binary: 7,
  objectId: 8,
  boolean: 9,
  date: 10,
  regularExpression: 11,
  maxKey: 12,
} as const

const OPAQUE_ORDER: Readonly<Record<string, number>> = {
  $minKey: ORDER.minKey,
  $binary: ORDER.binary,
  $oid: ORDER.objectId,
  $maxKey: ORDER.maxKey,
}

/** The place of a value's type among the types. */
export function typeOrder(value: Value): number {
  switch (typeof value) {
    case 'undefined':
      return ORDER.missing
    case 'number':
    case 'bigint':
      return ORDER.number
    case 'string':
      return ORDER.text
    case 'boolean':
      return ORDER.boolean
  }
  if (value === null) return ORDER.null
  if (Array.isArray(value)) return ORDER.array
  if (value instanceof Date) return ORDER.date
  if (value instanceof RegularExpression) return ORDER.regularExpression
  if (value instanceof OpaqueValue) return OPAQUE_ORDER[value.type] ?? ORDER.maxKey
  return ORDER.document
}

/** NaN equals itself and comes before every other number. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  // Not ===: a bigint equals a number of the same value.
  // biome-ignore lint/suspicious/noDoubleEquals: compares a bigint with a number
  if (a == b) return 0
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
}

function elements(array: readonly Value[]): [string, Value][] {
  return array.map((item) => ['', item])
}

function compareFields(a: readonly [string, Value][], b: readonly [string, Value][]): number {
  const length = Math.min(a.length, b.length)
  for (let place = 0; place < length; place++) {
    const [[nameA, valueA], [nameB, valueB]] = [a[place] as [string, Value], b[place] as [string, Value]]
    const difference =
      typeOrder(valueA) - typeOrder(valueB) || compareTexts(nameA, nameB) || compareValues(valueA, valueB)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareRegularExpressions(a: RegularExpression, b: RegularExpression): number {
  return compareTexts(a.pattern, b.pattern) || compareTexts(a.options, b.options)
}

/** Binaries compare by length, then by subtype, then byte by byte. */
function compareBinaries(a: OpaqueValue, b: OpaqueValue): number {
  return compareTexts(binaryKey(a), binaryKey(b))
}

/** A text for a binary value whose order is that of the values. */
export function binaryKey(value: OpaqueValue): string {
  const { $binary } = JSON.parse(value.json) as { $binary: { base64?: string; subType?: string } }
  const bytes = Buffer.from(String($binary?.base64 ?? ''), 'base64')
  const subtype = Number.parseInt(String($binary?.subType ?? '0'), 16) || 0
  return (
    bytes.length.toString(16).padStart(8, '0') + subtype.toString(16).padStart(2, '0') + bytes.toString('hex')
  )
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
