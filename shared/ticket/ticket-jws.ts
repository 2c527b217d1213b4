import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'
import type { DecodedJws } from '../jws/decode-jws'
import { type SignedTicket, TICKET_TYPE, type Ticket } from './ticket'

const HEADER = { alg: 'ES256', typ: TICKET_TYPE }
const ENCODED_HEADER = encodeBase64url(encodeUtf8(JSON.stringify(HEADER)))

/** What the phone signs: the JWS signing input (RFC 7515 §5.1) over the members in exactly this order. */
export function ticketSigningInput(ticket: Ticket): string {
  return `${ENCODED_HEADER}.${encodeBase64url(encodeUtf8(JSON.stringify(payloadOf(ticket))))}`
}

/** The compact JWS that a ticket stands for: any JOSE library verifies it with the phone key. */
export function ticketToJws(ticket: SignedTicket): string {
  return `${ticketSigningInput(ticket)}.${encodeBase64url(ticket.signature)}`
}

/** What decoding {@link ticketToJws} would give, without the detour. */
export function decodedTicket(ticket: SignedTicket): DecodedJws {
  const signingInput = encodeUtf8(ticketSigningInput(ticket))
  return { header: HEADER, payload: payloadOf(ticket), signingInput, signature: ticket.signature }
}

function payloadOf({ issuerId, scenario, claims, handle, iat, child, desk }: Ticket) {
  const whose = child !== undefined && { child }
  return { issuer: issuerId, scenario, claims, handle, iat, ...whose, ...(desk && { desk }) }
}
