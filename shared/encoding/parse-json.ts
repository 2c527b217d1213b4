import { decodeUtf8 } from './utf8'

/** Nesting levels allowed in signed JSON; the deepest message of this protocol, a credential, has four. */
const DEEPEST = 8

/**
 * Parses a JSON object from the world: UTF-8, at most eight levels deep, and no member name twice in one object, because
 * two readers could take different ones (RFC 7515 §4, RFC 8725 §2.4). Takes time in proportion to the bytes, whatever
 * they are: this is done before any signature is checked.
 *
 * @param largest bytes to look at; more is refused unseen
 * @returns the object, or `undefined`
 */
export function parseJsonObject(bytes: Uint8Array, largest = 16_384): Record<string, unknown> | undefined {
  const value = parseJson(bytes, largest)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** As {@link parseJsonObject}, for any JSON value. */
export function parseJson(bytes: Uint8Array, largest = 16_384): unknown {
  if (bytes.length > largest) return undefined
  const text = decodeUtf8(bytes)
  if (text === undefined) return undefined
  try {
    const value = JSON.parse(text) as unknown
    return isFlatAndUnambiguous(text) ? value : undefined
  } catch {
    return undefined
  }
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a]
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Looks at brackets and member names only.
 *
 * @param json that `JSON.parse` accepts: every text in it ends, and after a text a colon follows only behind a name
 */
function isFlatAndUnambiguous(json: string): boolean {
  /** The names met so far in each object that is open; `undefined` stands for an array. */
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at)
    if (unit === BRACE || unit === BRACKET) {
      if (open.push(unit === BRACE ? new Set() : undefined) > DEEPEST) return false
    } else if (unit === BRACE_END || unit === BRACKET_END) {
      open.pop()
    } else if (unit === QUOTE) {
      const end = endOfText(json, at)
      if (isName(json, end)) {
        const name = readName(json.slice(at, end))
        const names = open.at(-1)
        if (name === '__proto__' || names?.has(name)) return false
        names?.add(name)
      }
      at = end - 1
    }
  }
  return true
}

/** @param start of the opening quotation mark. @returns the place behind the closing one */
function endOfText(json: string, start: number): number {
  let at = start + 1
  for (let unit = json.charCodeAt(at); unit !== QUOTE; unit = json.charCodeAt(at)) {
    at += unit === BACKSLASH ? 2 : 1
  }
  return at + 1
}

/** @param end the place behind a text. @returns whether a colon follows, which makes the text the name of a member */
function isName(json: string, end: number): boolean {
  let at = end
  while (json.charCodeAt(at) <= 0x20) at++ // only white space is left of these (RFC 8259 §2)
  return json.charCodeAt(at) === COLON
}

/** Unescaped, or `"a"` and `"\u0061"` would pass for two names. */
function readName(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
}
