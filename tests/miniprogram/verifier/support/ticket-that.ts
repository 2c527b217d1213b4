import { claimsToBits } from '@nansha/shared/claims'
import { requestedClaims } from '@nansha/shared/scenarios'
import { packTicket, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { NOW } from '#support/clock'

const SIGNATURE = 64

/** The text of a ticket that says in place of its signature how the stand-in for the cloud ends it: `OK`, or a code. */
export function ticketThat(ends: string): string {
  return packTicket({
    issuerId: 1,
    scenario: 'hotel',
    claims: claimsToBits(requestedClaims('hotel')),
    handle: Buffer.alloc(16, 1).toString('base64url'),
    iat: NOW,
    signature: new Uint8Array(Buffer.from(ends.padEnd(SIGNATURE))),
  })
}

/** How such a ticket ends. */
export function endOf(ticket: string): string {
  return Buffer.from(unpackTicket(ticket)?.signature ?? [])
    .toString()
    .trim()
}
