import { concatBytes } from '../encoding/bytes'

/** Consecutive entries, each after its length in two bytes, big endian (C2SP tlog-tiles, "Log entries"). */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...entries.flatMap((entry) => [Uint8Array.of(entry.length >>> 8, entry.length), entry]))
}

/** @returns exactly `width` entries, or `undefined`. What an entry says is not looked at. */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length && entries.length < width) {
    const length = (bytes[at] as number) * 256 + (bytes[at + 1] ?? 0)
    const entry = bytes.subarray(at + 2, at + 2 + length)
    if (at + 2 > bytes.length || entry.length !== length) return undefined
    entries.push(entry)
    at += 2 + length
  }
  return at === bytes.length && entries.length === width ? entries : undefined
}
