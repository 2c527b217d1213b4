import type { ScenarioName } from '../scenarios'

/** What a holder says when showing a QR: "I approve these claims for this purpose, now". */
export interface Ticket {
  /** The two-byte id of the issuer whose credential is presented. */
  readonly issuerId: number
  readonly scenario: ScenarioName
  /** Bit map of the approved claims (shared/claims.ts). */
  readonly claims: number
  /** 16 bytes, base64url: issued by the server, good for one presentation, and the only thing that names the credential. */
  readonly handle: string
  /** Unix seconds. */
  readonly iat: number
  /** The place of the child's card that is shown, on the holder's phone; absent when the holder shows their own identity. */
  readonly child?: number
  /** SHA-256, base64url, of the desk code that the holder scanned; absent when the presentation began with the holder's QR. */
  readonly desk?: string
}

export interface SignedTicket extends Ticket {
  /** 64 bytes `r ‖ s` of the phone key over {@link ticketSigningInput}. */
  readonly signature: Uint8Array
}

export const TICKET_TYPE = 'nansha-ticket+jwt'

/** The phone signs a new ticket over the same handle this often. */
export const ROTATION_SECONDS = 15

/** Seconds before its `iat` from which a ticket is accepted, for a phone whose clock is a little ahead. */
export const ACCEPTED_BEFORE = 10

/** Seconds after its `iat` until which a ticket is accepted: two rotations and the time to scan. */
export const ACCEPTED_AFTER = 35
