import { concatBytes } from '../encoding/bytes'

/** Why a credential was made: first proof, proof from another phone, the same phone before expiry. */
export const LOG_EVENTS = ['issued', 'rebound', 'renewed'] as const
export type LogEvent = (typeof LOG_EVENTS)[number]

/** One entry of the issuance log. Public: it names neither the person nor the number. */
export interface LogEntry {
  readonly event: LogEvent
  /** Unix seconds. */
  readonly at: number
  /**
   * Keyed fingerprint of the resident number: the same for every credential of one number; it does not reveal the
   * number.
   */
  readonly subject: Uint8Array
  /** SHA-256 of the issuer-signed JWS. */
  readonly credential: Uint8Array
}

const VERSION = 1
const FINGERPRINT_BYTES = 32
/** Version 1, event 1, time 4, subject 32, credential 32. */
export const ENTRY_BYTES = 1 + 1 + 4 + 2 * FINGERPRINT_BYTES
const SUBJECT_AT = 6
const CREDENTIAL_AT = SUBJECT_AT + FINGERPRINT_BYTES

/** The bytes that the tree's leaf is the hash of; integers are big endian. There is one spelling of each entry. */
export function encodeEntry({ event, at, subject, credential }: LogEntry): Uint8Array {
  if (subject.length !== FINGERPRINT_BYTES || credential.length !== FINGERPRINT_BYTES)
    throw new RangeError('A fingerprint has 32 bytes.')
  if (!Number.isInteger(at) || at < 0 || at > 0xffff_ffff) throw new RangeError(`No time: ${at}.`)
  const head = Uint8Array.of(VERSION, LOG_EVENTS.indexOf(event), at >>> 24, at >>> 16, at >>> 8, at)
  return concatBytes(head, subject, credential)
}

/** @returns the entry, or `undefined` for bytes that {@link encodeEntry} does not write */
export function decodeEntry(bytes: Uint8Array): LogEntry | undefined {
  const [version, event] = bytes
  const name = event === undefined ? undefined : LOG_EVENTS[event]
  if (bytes.length !== ENTRY_BYTES || version !== VERSION || name === undefined) return undefined
  return {
    event: name,
    at: bytes.subarray(2, SUBJECT_AT).reduce((number, byte) => number * 256 + byte, 0),
    subject: bytes.slice(SUBJECT_AT, CREDENTIAL_AT),
    credential: bytes.slice(CREDENTIAL_AT),
  }
}
