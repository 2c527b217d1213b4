import { claimsFromBits } from '../claims'
import { decodeBase45, encodeBase45 } from '../encoding/base45'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { SCENARIOS, scenarioById } from '../scenarios'
import type { SignedTicket } from './ticket'

/** Names the kind of code and the version of its packing; in the alphabet of a QR code's alphanumeric mode. */
const TICKET_PREFIX = 'NT1:'

/** Bytes: version 1 | scenario 1 | issuer 2 | claims 2 | handle 16 | iat 4 | [desk 32] | signature 64, big endian. */
const LENGTH = 90
const DESK_LENGTH = 122
const VERSION = 1
const DESK_VERSION = 2

/** Packs a ticket for a QR code: everything that is the same in all tickets is left out. */
export function packTicket(ticket: SignedTicket): string {
  const fixed = new DataView(new ArrayBuffer(6))
  fixed.setUint8(0, ticket.desk ? DESK_VERSION : VERSION)
  fixed.setUint8(1, SCENARIOS[ticket.scenario].id)
  fixed.setUint16(2, ticket.issuerId)
  fixed.setUint16(4, ticket.claims)
  const iat = new DataView(new ArrayBuffer(4))
  iat.setUint32(0, ticket.iat)
  const bytes = concatBytes(
    new Uint8Array(fixed.buffer),
    fixedBytes(ticket.handle, 16),
    new Uint8Array(iat.buffer),
    ticket.desk ? fixedBytes(ticket.desk, 32) : new Uint8Array(0),
    ticket.signature,
  )
  return TICKET_PREFIX + encodeBase45(bytes)
}

/**
 * Reads a ticket as scanned. There is one text for each ticket: `packTicket(unpackTicket(text)) === text`.
 *
 * @returns `undefined` for anything else: another prefix, length, version, scenario, or a claim bit without a meaning
 */
export function unpackTicket(text: string): SignedTicket | undefined {
  if (!text.startsWith(TICKET_PREFIX) || text.length > 256) return undefined
  const bytes = decodeBase45(text.slice(TICKET_PREFIX.length))
  if (!bytes) return undefined
  const isBound = bytes[0] === DESK_VERSION
  if (!isBound && bytes[0] !== VERSION) return undefined
  if (bytes.length !== (isBound ? DESK_LENGTH : LENGTH)) return undefined

  const view = new DataView(bytes.buffer)
  const scenario = scenarioById(view.getUint8(1))
  const claims = view.getUint16(4)
  if (!scenario || !claimsFromBits(claims)) return undefined
  return {
    issuerId: view.getUint16(2),
    scenario,
    claims,
    handle: encodeBase64url(bytes.slice(6, 22)),
    iat: view.getUint32(22),
    ...(isBound && { desk: encodeBase64url(bytes.slice(26, 58)) }),
    signature: bytes.slice(-64),
  }
}

function fixedBytes(text: string, length: number): Uint8Array {
  const bytes = decodeBase64url(text)
  if (bytes?.length !== length) throw new RangeError(`Expected ${length} bytes in base64url.`)
  return bytes
}
