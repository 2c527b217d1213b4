import { claimsToBits } from '../claims'
import type { ErrorCode } from '../errors'
import { type JwsFault, verifyDecodedJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { requestedClaims, SCENARIOS, type ScenarioName } from '../scenarios'
import { ACCEPTED_AFTER, ACCEPTED_BEFORE, type SignedTicket, TICKET_TYPE } from './ticket'
import { decodedTicket } from './ticket-jws'

const WINDOW = { before: ACCEPTED_BEFORE, after: ACCEPTED_AFTER }

/** What the desk asks for: the purpose, and the digest of its code where it showed one. */
export interface Asked {
  readonly scenario: ScenarioName
  readonly desk?: string
}

/**
 * Checks what a ticket itself can tell: that the holder of `key` signed it, now, for this purpose, and approved exactly
 * what the purpose asks for.
 *
 * @param key the key that the presented credential names
 * @param now Unix seconds
 * @returns the first fault, or `undefined`
 */
export async function ticketFault(
  ticket: SignedTicket,
  key: EcPublicJwk,
  { scenario, desk }: Asked,
  now: number,
  verifySignature: VerifySignature,
): Promise<ErrorCode | undefined> {
  const profile = { typ: TICKET_TYPE, headers: [], audience: null, window: WINDOW, key: () => key }
  const verified = await verifyDecodedJws(decodedTicket(ticket), profile, now, verifySignature)
  if (!verified.ok) return codeOf(verified.fault)
  const isForThis = ticket.scenario === scenario && ticket.claims === claimsToBits(requestedClaims(scenario))
  if (!isForThis) return 'SCENARIO_MISMATCH'
  const mustBeBound = SCENARIOS[scenario].startsFrom === 'desk-code'
  const mayBeBound = SCENARIOS[scenario].deskMayAsk
  const isRight = desk === undefined ? !mustBeBound : mayBeBound
  return ticket.desk === desk && isRight ? undefined : 'DESK_MISMATCH'
}

/** A wrong signature is answered like an invented handle, so neither reveals more than the other. */
function codeOf(fault: JwsFault): ErrorCode {
  if (fault === 'TOO_EARLY') return 'TICKET_FUTURE'
  return fault === 'TOO_LATE' ? 'TICKET_EXPIRED' : 'TICKET_UNKNOWN'
}
