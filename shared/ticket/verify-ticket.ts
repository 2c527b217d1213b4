import { claimsToBits } from '../claims'
import { NanshaError } from '../errors'
import { refuseAs, verifyDecodedJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { requestedClaims, SCENARIOS, type ScenarioName, type Subject, takesChildren } from '../scenarios'
import { ACCEPTED_AFTER, ACCEPTED_BEFORE, type SignedTicket, TICKET_TYPE } from './ticket'
import { decodedTicket } from './ticket-jws'

const WINDOW = { before: ACCEPTED_BEFORE, after: ACCEPTED_AFTER }
/** A wrong signature is answered like an invented handle, so neither reveals more than the other. */
const refusal = refuseAs('TICKET_UNKNOWN', { TOO_EARLY: 'TICKET_FUTURE', TOO_LATE: 'TICKET_EXPIRED' })

/** What the desk asks for: the purpose, and the digest of its code where it showed one. */
export interface Asked {
  readonly scenario: ScenarioName
  readonly desk?: string
}

/**
 * Whose identity a ticket shows, by the claims that its holder approved: exactly those that its purpose asks for of such a holder.
 * Whether the holder is a foreign permanent resident is for the reader to check who knows the credential.
 *
 * @returns `undefined` for claims that nobody is asked for
 */
export function subjectOf({
  scenario,
  claims,
  child,
}: Pick<SignedTicket, 'scenario' | 'claims' | 'child'>): Subject | undefined {
  const mayBe: readonly Subject[] = child === undefined ? ['holder', 'foreigner'] : ['child']
  const subject = mayBe.find((one) => claims === claimsToBits(requestedClaims(scenario, one)))
  return subject === 'child' && !takesChildren(scenario) ? undefined : subject
}

/**
 * Verifies what a ticket itself can tell: that the holder of `key` signed it, now, for this purpose, and approved exactly
 * what the purpose asks for.
 *
 * @param key the key that the presented credential names
 * @param now Unix seconds
 * @throws NanshaError TICKET_UNKNOWN, TICKET_FUTURE, TICKET_EXPIRED, SCENARIO_MISMATCH, DESK_MISMATCH
 */
export async function verifySignedTicket(
  ticket: SignedTicket,
  key: EcPublicJwk,
  { scenario, desk }: Asked,
  now: number,
  verifySignature: VerifySignature,
): Promise<void> {
  const profile = { typ: TICKET_TYPE, headers: [], audience: null, window: WINDOW, key: () => key, refusal }
  await verifyDecodedJws(decodedTicket(ticket), profile, now, verifySignature)
  if (ticket.scenario !== scenario || !subjectOf(ticket)) throw new NanshaError('SCENARIO_MISMATCH')
  const mustBeBound = SCENARIOS[scenario].startsFrom === 'desk-code'
  const mayBeBound = SCENARIOS[scenario].deskMayAsk
  const isRight = desk === undefined ? !mustBeBound : mayBeBound
  if (ticket.desk !== desk || !isRight) throw new NanshaError('DESK_MISMATCH')
}
