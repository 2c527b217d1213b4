import { isChild } from '@nansha/shared/children/child-card'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { refusalCode } from '@nansha/shared/refusals'
import {
  asksForeignersElse,
  documentOf,
  holderBy,
  meetsAssurance,
  type ScenarioName,
} from '@nansha/shared/scenarios'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import type { SignedTicket } from '@nansha/shared/ticket/ticket'
import { type Asked, subjectOf, verifySignedTicket } from '@nansha/shared/ticket/verify-ticket'
import { findChildCard } from '../records/child-cards'
import { CITIZEN_CLAIMS, CITIZENS } from '../records/citizens'
import { findHeldDocument } from '../records/held-documents'
import type { ShownChild } from '../records/uses'
import { unlockSuffices } from '../unlock/seen-unlock'
import { findPresented, NOBODY, type Presented } from './find-presented'
import type { VerifyPorts } from './verify-ports'

export type CheckPorts = Pick<
  VerifyPorts,
  'database' | 'now' | 'envelopes' | 'issuerId' | 'verifySignature' | 'acceptSpecimens'
>

/**
 * The outcome of a ticket's checks. With `fault` the holder is known and is told; without a known holder no person is.
 */
export interface CheckedTicket extends Presented {
  readonly fault: ErrorCode | undefined
}

/**
 * Checks a ticket in the order of docs/protocol.md: parse, issuer, signature, time, purpose, status, assurance,
 * further document.
 *
 * @param text as scanned
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, TICKET_UNKNOWN when no holder can be found
 */
export async function checkTicket(ports: CheckPorts, asked: Asked, text: string): Promise<CheckedTicket> {
  const ticket = unpackTicket(text)
  if (!ticket) throw new NanshaError('QR_UNREADABLE')
  if (ticket.issuerId !== ports.issuerId) throw new NanshaError('ISSUER_UNTRUSTED')

  const presented = await findPresented(ports, ticket.handle)
  const key = presented?.credential.holderJwk ?? NOBODY
  const seconds = unixSeconds(ports.now())
  const fault = await refusalCode(verifySignedTicket(ticket, key, asked, seconds, ports.verifySignature))
  if (!presented || fault === 'TICKET_UNKNOWN') throw new NanshaError('TICKET_UNKNOWN')
  const known = fault ?? recordFault(ports, presented, asked) ?? (await holderFault(ports, presented, ticket))
  if (ticket.child !== undefined) {
    const { child, fault: ofChild } = await findShownChild(ports, presented, ticket.child)
    return { ...presented, ...(child && { child }), fault: known ?? ofChild }
  }
  return { ...presented, fault: known ?? (await documentFault(ports, presented, asked.scenario)) }
}

/**
 * Whether the holder approved what is asked of such a holder: a resident who calls themselves a foreigner would leave the address out of
 * the register.
 */
async function holderFault(
  { database, envelopes }: CheckPorts,
  { credential: { citizenId } }: Presented,
  ticket: SignedTicket,
): Promise<ErrorCode | undefined> {
  if (ticket.child !== undefined || !asksForeignersElse(ticket.scenario)) return undefined
  const citizen = await database.in(CITIZENS).get(citizenId)
  if (!citizen) return 'CREDENTIAL_REVOKED'
  const holder = holderBy(CITIZEN_CLAIMS.open(envelopes, citizen))
  return subjectOf(ticket) === holder ? undefined : 'SCENARIO_MISMATCH'
}

/** The card of a child on the holder's phone, and whether it is good now. */
async function findShownChild(
  { database, now }: CheckPorts,
  { handle, credential: identity }: Presented,
  place: number,
): Promise<{ readonly child?: ShownChild; readonly fault?: ErrorCode }> {
  const phone = { citizenId: identity.citizenId, deviceId: handle.deviceId }
  const found = await findChildCard(database, phone, place)
  if (!found || found.credential.status === 'revoked') return { fault: 'CHILD_CARD_NONE' }
  const { card, credential } = found
  const child = { place, credentialId: card.credentialId, name: card.claims.name }
  if (credential.status === 'frozen') return { child, fault: 'CREDENTIAL_FROZEN' }
  if (!isChild(card.claims.birthdate, now())) return { child, fault: 'CHILD_OF_AGE' }
  return card.validUntil.getTime() <= now() ? { child, fault: 'CHILD_CARD_OUTDATED' } : { child }
}

/** Whether the phone holds the further document that the scenario is about, and it is good now. */
async function documentFault(
  { database, now }: CheckPorts,
  { handle, credential: identity }: Presented,
  scenario: ScenarioName,
): Promise<ErrorCode | undefined> {
  const type = documentOf(scenario)
  if (type === undefined) return undefined
  const phone = { citizenId: identity.citizenId, deviceId: handle.deviceId }
  const found = await findHeldDocument(database, phone, type)
  if (!found || found.credential.status === 'revoked') return 'DOCUMENT_MISSING'
  if (found.credential.status === 'frozen') return 'CREDENTIAL_FROZEN'
  return found.held.validUntil.getTime() <= now() ? 'DOCUMENT_OUTDATED' : undefined
}

/** What the database says, at once and whatever the published lists say. */
function recordFault(
  { now, acceptSpecimens }: CheckPorts,
  { handle, credential }: Presented,
  { scenario, desk }: Asked,
): ErrorCode | undefined {
  if (handle.answered !== undefined && desk === undefined) return 'TICKET_REPLAYED'
  if (handle.expiresAt.getTime() <= now()) return 'TICKET_EXPIRED'
  if (!unlockSuffices(handle.unlock, scenario, now(), acceptSpecimens)) return 'UNLOCK_REQUIRED'
  if (credential.status === 'revoked') return 'CREDENTIAL_REVOKED'
  if (credential.status === 'frozen') return 'CREDENTIAL_FROZEN'
  if (credential.expiresAt.getTime() <= now()) return 'CREDENTIAL_EXPIRED'
  return meetsAssurance(credential.assurance, scenario, acceptSpecimens) ? undefined : 'ASSURANCE_TOO_LOW'
}
