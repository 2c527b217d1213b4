import * as v from 'valibot'
import { childPlace } from '../children/child-card'
import { claimsFromBits } from '../claims'
import { decodeBase45, encodeBase45 } from '../encoding/base45'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { SCENARIOS, scenarioById } from '../scenarios'
import type { SignedTicket } from './ticket'

/** Names the kind of code and the version of its packing; in the alphabet of a QR code's alphanumeric mode. */
const TICKET_PREFIX = 'NT1:'

/**
 * Bytes: version 1 | scenario 1 | issuer 2 | claims 2 or 4 | handle 16 | iat 4 | [child 1] | [desk 32] | signature 64, big endian.
 * The claims have four bytes where two do not hold them, and only there. A child's card is shown by the holder's own code alone.
 */
const LAYOUTS = [
  { version: 1, claims: 2, child: 0, desk: 0 },
  { version: 2, claims: 2, child: 0, desk: 32 },
  { version: 3, claims: 4, child: 0, desk: 0 },
  { version: 4, claims: 4, child: 0, desk: 32 },
  { version: 5, claims: 4, child: 1, desk: 0 },
] as const
type Layout = (typeof LAYOUTS)[number]

/** Most bytes of a ticket that a QR shows. */
export const TICKET_BYTES = 96
const IN_TWO_BYTES = 0xffff

const lengthOf = ({ claims, child, desk }: Layout) => 1 + 1 + 2 + claims + 16 + 4 + child + desk + 64

/** @throws RangeError for a child's card that answers a desk's code, for which there is no layout */
function layoutOf({ claims, child, desk }: Pick<SignedTicket, 'claims' | 'child' | 'desk'>): Layout {
  const asked = {
    claims: claims > IN_TWO_BYTES ? 4 : 2,
    child: child === undefined ? 0 : 1,
    desk: desk ? 32 : 0,
  }
  const layout = LAYOUTS.find(
    (one) => one.claims === asked.claims && one.child === asked.child && one.desk === asked.desk,
  )
  if (!layout) throw new RangeError('There is no such ticket.')
  return layout
}

/** Packs a ticket for a QR code: everything that is the same in all tickets is left out. */
export function packTicket(ticket: SignedTicket): string {
  const layout = layoutOf(ticket)
  const fixed = new DataView(new ArrayBuffer(4 + layout.claims))
  fixed.setUint8(0, layout.version)
  fixed.setUint8(1, SCENARIOS[ticket.scenario].id)
  fixed.setUint16(2, ticket.issuerId)
  if (layout.claims === 2) fixed.setUint16(4, ticket.claims)
  else fixed.setUint32(4, ticket.claims)
  const iat = new DataView(new ArrayBuffer(4))
  iat.setUint32(0, ticket.iat)
  const bytes = concatBytes(
    new Uint8Array(fixed.buffer),
    fixedBytes(ticket.handle, 16),
    new Uint8Array(iat.buffer),
    ticket.child === undefined ? new Uint8Array(0) : Uint8Array.of(ticket.child),
    ticket.desk ? fixedBytes(ticket.desk, 32) : new Uint8Array(0),
    ticket.signature,
  )
  return TICKET_PREFIX + encodeBase45(bytes)
}

/**
 * Reads a ticket as scanned. There is one text for each ticket: `packTicket(unpackTicket(text)) === text`.
 *
 * @returns `undefined` for anything else: another prefix, length, version, scenario, place of a child, or a claim bit
 *   without a meaning
 */
export function unpackTicket(text: string): SignedTicket | undefined {
  if (!text.startsWith(TICKET_PREFIX) || text.length > 256) return undefined
  const bytes = decodeBase45(text.slice(TICKET_PREFIX.length))
  if (!bytes) return undefined
  const layout = LAYOUTS.find(({ version }) => version === bytes[0])
  if (!layout || bytes.length !== lengthOf(layout)) return undefined

  const view = new DataView(bytes.buffer)
  const scenario = scenarioById(view.getUint8(1))
  const isWide = layout.claims === 4
  const claims = isWide ? view.getUint32(4) : view.getUint16(4)
  if (!scenario || !claimsFromBits(claims) || isWide !== claims > IN_TWO_BYTES) return undefined
  const handleAt = 4 + layout.claims
  const childAt = handleAt + 20
  const child = layout.child > 0 ? view.getUint8(childAt) : undefined
  if (child !== undefined && !v.is(childPlace, child)) return undefined
  const deskAt = childAt + layout.child
  return {
    issuerId: view.getUint16(2),
    scenario,
    claims,
    handle: encodeBase64url(bytes.slice(handleAt, handleAt + 16)),
    iat: view.getUint32(handleAt + 16),
    ...(child !== undefined && { child }),
    ...(layout.desk > 0 && { desk: encodeBase64url(bytes.slice(deskAt, deskAt + 32)) }),
    signature: bytes.slice(-64),
  }
}

function fixedBytes(text: string, length: number): Uint8Array {
  const bytes = decodeBase64url(text)
  if (bytes?.length !== length) throw new RangeError(`Expected ${length} bytes in base64url.`)
  return bytes
}
