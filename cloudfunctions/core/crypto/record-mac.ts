import { createHmac, timingSafeEqual } from 'node:crypto'
import { packValue } from './pack-value'

/** Vouches for a record as this cloud wrote it. */
export interface RecordMac {
  /** @returns 43 characters of base64url over the collection and every field, the id and the version among them */
  of(collection: string, fields: object): string
  isRight(collection: string, fields: object, mac: unknown): boolean
}

/**
 * HMAC-SHA-256 (RFC 2104) under a key that whoever writes the database alone does not have.
 *
 * @param key 32 bytes
 */
export function createRecordMac(key: Uint8Array): RecordMac {
  const compute = (collection: string, fields: object) =>
    createHmac('sha256', key)
      .update(packValue([collection, fields]))
      .digest()
  return {
    of: (collection, fields) => compute(collection, fields).toString('base64url'),
    isRight(collection, fields, mac) {
      if (typeof mac !== 'string') return false
      const given = Buffer.from(mac, 'base64url')
      const right = compute(collection, fields)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
