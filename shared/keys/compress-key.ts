import { p256 } from '@noble/curves/nist.js'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'

/** @param y base64url @returns `0` or `1`: with `x`, all that `y` says (SEC 1 §2.3.3) */
export function compressY(y: string): '0' | '1' | undefined {
  const bytes = decodeBase64url(y)
  // Not `at(-1)`: typed arrays of older phones have none.
  const last = bytes?.[bytes.length - 1]
  if (last === undefined) return undefined
  return last % 2 === 0 ? '0' : '1'
}

const KEEP = 1_000

/** Keeps the newest points found: a scanner reads one code many times, and a root takes a phone some milliseconds. */
export function rememberPoints(find: ExpandY): ExpandY {
  const found = new Map<string, string>()
  return (x, parity) => {
    const name = `${x}.${parity}`
    const y = found.get(name) ?? find(x, parity)
    if (y === undefined || found.has(name)) return y
    const oldest = found.size >= KEEP ? found.keys().next().value : undefined
    if (oldest !== undefined) found.delete(oldest)
    found.set(name, y)
    return y
  }
}

/** {@link ExpandY} in plain JavaScript. */
export const expandY = rememberPoints((x, parity) => {
  const bytes = decodeBase64url(x)
  if (bytes?.length !== 32) return undefined
  try {
    const point = p256.Point.fromBytes(concatBytes(Uint8Array.of(2 + Number(parity)), bytes))
    return encodeBase64url(point.toBytes(false).slice(33))
  } catch {
    return undefined
  }
})

/**
 * Completes a P-256 point (SEC 1 §2.3.4).
 *
 * @param x 32 bytes, base64url
 * @returns `y` in base64url, or `undefined` when the curve has no point at `x`
 */
export type ExpandY = (x: string, parity: '0' | '1') => string | undefined
