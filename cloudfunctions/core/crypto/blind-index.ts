import { createHmac } from 'node:crypto'

/**
 * A keyed fingerprint, so that a record can be found by a personal value that the database never sees.
 *
 * @param purpose separates indexes: the same value under two purposes cannot be linked
 * @param values parts of the value, e.g. account and number
 * @returns 43 characters of base64url
 */
export type BlindIndex = (purpose: string, ...values: readonly string[]) => string

/**
 * Blind index by HMAC-SHA-256 (RFC 2104). A plain hash would not do: there are few enough resident numbers to try all.
 *
 * @param key 32 bytes
 */
export function createBlindIndex(key: Uint8Array): BlindIndex {
  return (purpose, ...values) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...values]))
      .digest('base64url')
}

/** The id of everything that belongs to one resident number: its claim document, its attempts, its alerts. */
export function numberIndex(index: BlindIndex, residentNumber: string): string {
  return index('resident-number', residentNumber)
}

/** What the public issuance log calls one resident number: another index than that of any record. */
export function logSubject(index: BlindIndex, residentNumber: string): string {
  return index('issuance-log', residentNumber)
}
