import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'

/** Why a credential was made: first proof, proof from another phone, the same phone before expiry. */
export type LogEvent = 'issued' | 'rebound' | 'renewed'

/** One line of the append-only issuance log. Public: it names neither the person nor the number. */
export interface LogEntry {
  /** 1, 2, 3, … */
  readonly index: number
  /** Unix seconds. */
  readonly at: number
  readonly event: LogEvent
  /** Keyed fingerprint of the resident number: the same for every credential on it, and telling nobody else whose. */
  readonly subject: string
  /** SHA-256 of the issuer-signed JWS, base64url. */
  readonly credential: string
  /** Hash of entry `index - 1`; 43 × `A` before the first. */
  readonly previous: string
  /** Hash of entry {@link skipIndex}`(index)`: makes the way from a head to any entry short. */
  readonly skip: string
}

export const LOG_HEAD_TYPE = 'nansha-log-head+jwt'

export interface LogHead {
  /** Index of the newest entry; 0 for an empty log. */
  readonly size: number
  /** Hash of that entry, which by its links vouches for every entry before it. */
  readonly hash: string
}

/** Stands for "no entry": 32 zero bytes. */
export const NO_ENTRY = 'A'.repeat(43)

/** The entry that an entry also points at: its index with the lowest set bit cleared; 0 is no entry. */
export function skipIndex(index: number): number {
  return index - (index & -index)
}

/** SHA-256, base64url, over the members as a JSON array in this order. */
export function entryHash({ index, at, event, subject, credential, previous, skip }: LogEntry): string {
  return encodeBase64url(
    sha256(encodeUtf8(JSON.stringify([index, at, event, subject, credential, previous, skip]))),
  )
}
