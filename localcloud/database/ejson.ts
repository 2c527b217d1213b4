import { invalid } from '../platform-error'

/**
 * A document, query or update as plain JavaScript: numbers, text, dates; `bigint` for whole numbers that a double cannot
 * hold exactly; {@link RegularExpression} and {@link OpaqueValue} for the rest. `undefined` is a field that is not there.
 */
export type Value = unknown
export type Document = { [field: string]: Value }

/** MongoDB refuses documents nested deeper than this. */
const MAX_DEPTH = 100

/** A BSON type without a JavaScript twin: ObjectId, Binary, MinKey, MaxKey. Returned exactly as it came. */
export class OpaqueValue {
  readonly type: string
  readonly json: string

  constructor(type: string, content: unknown) {
    this.type = type
    this.json = JSON.stringify({ [type]: content })
    Object.freeze(this)
  }

  toString(): string {
    return this.json
  }
}

/** A regular expression as it was written; only a query compiles it. */
export class RegularExpression {
  readonly pattern: string
  readonly options: string

  constructor(pattern: string, options: string) {
    this.pattern = pattern
    this.options = options
    Object.freeze(this)
  }
}

/** BSON text is UTF-8, which cannot hold them. */
const LONE_SURROGATES = /\p{Surrogate}/gu

const OPAQUE = new Set(['$oid', '$binary', '$minKey', '$maxKey'])

/** Types that wx-server-sdk cannot write; they would have to be compared and calculated with as MongoDB does. */
const NOT_OFFERED = new Set(['$numberDecimal', '$timestamp', '$symbol', '$code', '$dbPointer'])

/**
 * Parses MongoDB Extended JSON v2, canonical or relaxed, as the SDK sends it.
 *
 * @param text one EJSON value
 * @param now what `{"$tcb_server_date":{"offset":n}}` counts from
 * @throws PlatformError INVALID_PARAM when it is not EJSON, or nested too deeply
 */
export function parseEjson(text: string, now: Date): Value {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalid('A parameter is not EJSON.')
  }
  return revive(json, now, 0)
}

/** Writes canonical EJSON, so that every type survives the way there and back. */
export function stringifyEjson(value: Value): string {
  return JSON.stringify(replace(value))
}

function revive(json: unknown, now: Date, depth: number): Value {
  if (depth > MAX_DEPTH) throw invalid(`A value is nested more than ${MAX_DEPTH} levels deep.`)
  if (typeof json === 'string') return json.replace(LONE_SURROGATES, '\uFFFD')
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item) => revive(item, now, depth + 1))

  const first = Object.keys(json)[0]
  if (first?.startsWith('$')) {
    const typed = reviveType(first, json as Document, now)
    if (typed !== undefined) return typed
  }
  const document: Document = {}
  for (const [field, value] of Object.entries(json)) {
    if (field === '__proto__') throw invalid('A field may not be called __proto__.')
    document[field] = revive(value, now, depth + 1)
  }
  return document
}

/** The value of an EJSON type wrapper; undefined when the key is not a type (an operator such as `$gt`). */
function reviveType(type: string, json: Document, now: Date): Value | undefined {
  const content = json[type]
  switch (type) {
    case '$numberInt':
    case '$numberDouble':
      return reviveNumber(content)
    case '$numberLong':
      return reviveLong(content)
    case '$date':
      return reviveDate(content)
    case '$regularExpression':
      return reviveRegularExpression(content as Document)
    case '$undefined':
      return null
    case '$tcb_server_date': {
      const offset = revive((content as Document | null)?.offset ?? 0, now, 0)
      if (typeof offset !== 'number') throw invalid('The offset of a server date must be a number.')
      return new Date(now.getTime() + offset)
    }
    default:
      if (NOT_OFFERED.has(type)) throw invalid(`localcloud has no values of the type ${type}.`)
      return OPAQUE.has(type) ? new OpaqueValue(type, content) : undefined
  }
}

function reviveLong(content: unknown): number | bigint {
  if (typeof content !== 'string' || !/^-?\d{1,19}$/.test(content))
    throw invalid('An EJSON number is malformed.')
  const long = BigInt(content)
  if (long !== BigInt.asIntN(64, long)) throw invalid('An EJSON number does not fit into 64 bits.')
  const number = Number(long)
  return Number.isSafeInteger(number) ? number : long
}

function reviveNumber(content: unknown): number {
  const number = typeof content === 'string' && content !== '' ? Number(content) : Number.NaN
  if (Number.isNaN(number) && content !== 'NaN') throw invalid('An EJSON number is malformed.')
  return number
}

function reviveDate(content: unknown): Date {
  const inner = typeof content === 'object' && content !== null ? (content as Document).$numberLong : content
  const date = new Date(typeof content === 'object' ? Number(inner) : (inner as string | number))
  if (Number.isNaN(date.getTime())) throw invalid('An EJSON date is malformed.')
  return date
}

function reviveRegularExpression(content: Document | null | undefined): RegularExpression {
  const { pattern, options = '' } = content ?? {}
  if (typeof pattern !== 'string' || typeof options !== 'string')
    throw invalid('A regular expression is malformed.')
  return new RegularExpression(pattern, options)
}

function replace(value: Value): unknown {
  if (typeof value === 'number') return replaceNumber(value)
  if (typeof value === 'bigint') return { $numberLong: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(replace)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegularExpression)
    return { $regularExpression: { pattern: value.pattern, options: value.options } }
  if (value instanceof OpaqueValue) return JSON.parse(value.json)
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, replace(item)]))
}

function replaceNumber(value: number): unknown {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' }
  if (!Number.isSafeInteger(value)) return { $numberDouble: String(value) }
  return value === (value | 0) ? { $numberInt: String(value) } : { $numberLong: String(value) }
}
