import { createHmac } from 'node:crypto'

/**
 * Finds what belongs to a resident number without knowing the number. An index is `<keys>.<43 characters>`: under how many
 * keys it was made, two digits, and a fingerprint that nobody can compute, not even by trying all numbers, who lacks one of
 * them.
 */
export interface NumberIndex {
  /** How an index under all keys begins. As texts, indexes under fewer keys sort before it. */
  readonly newest: string
  /** The index of a number, under all keys. */
  of(residentNumber: string): string
  /** Where records of a number may still lie that were written before the newest key was added. */
  former(residentNumber: string): readonly string[]
  /** What an index is under all keys; no number is needed for it. */
  renew(index: string): string
}

/**
 * Blind index by nested HMAC-SHA-256 (RFC 2104): under the keys k1 … kn it is `HMAC(kn, … HMAC(k1, number))`. So a key is
 * added and every index in the database carried over, also those whose number is sealed away or gone, and one key that
 * was not stolen is enough to keep them all closed. Plain hashes would not do: there are few enough numbers to try all.
 *
 * @param keys 32 bytes each, the oldest first
 */
export function createNumberIndex(keys: readonly Uint8Array[]): NumberIndex {
  const inwards = (fingerprint: string, from: number, to: number) =>
    keys.slice(from, to).reduce((inner, key) => hmac(key, inner), fingerprint)
  const under = (residentNumber: string, count: number) =>
    named(count, inwards(JSON.stringify(['resident-number', residentNumber]), 0, count))
  return {
    newest: prefix(keys.length),
    of: (residentNumber) => under(residentNumber, keys.length),
    former: (residentNumber) => keys.slice(1).map((_, n) => under(residentNumber, keys.length - 1 - n)),
    renew(index) {
      const count = Number(index.slice(0, 2))
      if (count > keys.length) throw new Error('An index was made under a key that is no longer here.')
      return named(keys.length, inwards(index.slice(3), count, keys.length))
    },
  }
}

function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

function prefix(count: number): string {
  return `${String(count).padStart(2, '0')}.`
}

function named(count: number, fingerprint: string): string {
  return prefix(count) + fingerprint
}
