import { decodeUtf8 } from './utf8'

/** What signed JSON may nest; the deepest of ours, a credential, has four levels. */
const DEEPEST = 8

/**
 * Parses a JSON object from the world: UTF-8, at most eight levels deep, and no member name twice in one object, because
 * two readers could take different ones (RFC 7515 §4, RFC 8725 §2.4).
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
  if (text === undefined || !isFlatAndUnambiguous(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g

/** Looks at brackets and member names only; whether the text is JSON at all is for `JSON.parse`. */
function isFlatAndUnambiguous(text: string): boolean {
  const open: (Set<string> | null)[] = []
  const tokens = text.match(TOKEN) ?? []
  for (const [i, token] of tokens.entries()) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) return false
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token.startsWith('"') && tokens[i + 1] === ':') {
      const name = memberName(token)
      const names = open.at(-1)
      if (name === undefined || name === '__proto__' || names?.has(name)) return false
      names?.add(name)
    }
  }
  return true
}

/** Unescaped, or `"a"` and `"\u0061"` would pass for two names. */
function memberName(token: string): string | undefined {
  try {
    return JSON.parse(token) as string
  } catch {
    return undefined
  }
}
