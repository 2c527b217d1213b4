import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'
import { type SignedTicket, TICKET_TYPE, type Ticket } from './ticket'

const HEADER = encodeBase64url(encodeUtf8(JSON.stringify({ alg: 'ES256', typ: TICKET_TYPE })))

/** What the phone signs: the JWS signing input (RFC 7515 §5.1) over the members in exactly this order. */
export function ticketSigningInput({ issuerId, scenario, claims, handle, iat, desk }: Ticket): string {
  const payload = { issuer: issuerId, scenario, claims, handle, iat, ...(desk && { desk }) }
  return `${HEADER}.${encodeBase64url(encodeUtf8(JSON.stringify(payload)))}`
}

/** The compact JWS that a ticket stands for: any JOSE library verifies it with the phone key. */
export function ticketToJws(ticket: SignedTicket): string {
  return `${ticketSigningInput(ticket)}.${encodeBase64url(ticket.signature)}`
}
