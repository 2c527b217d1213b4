import { isChild } from '@nansha/shared/children/child-card'
import type { ErrorCode } from '@nansha/shared/errors'
import { asksForeignersElse, documentOf, type ScenarioName } from '@nansha/shared/scenarios'
import type { SignedTicket } from '@nansha/shared/ticket/ticket'
import { subjectOf } from '@nansha/shared/ticket/verify-ticket'
import { findChildCard } from '../records/child-cards'
import { CITIZENS } from '../records/citizens'
import { findHeldDocument, type HeldDocument } from '../records/held-documents'
import type { ShownChild } from '../records/uses'
import type { Presented } from './find-presented'
import { type OpenedCitizen, openChild, openHolder } from './open-citizen'
import type { VerifyPorts } from './verify-ports'

type Ports = Pick<VerifyPorts, 'database' | 'now' | 'envelopes'>

/** Who is shown, or why they are not. */
export type FoundSubject =
  | { readonly fault: ErrorCode; readonly citizen?: undefined }
  | { readonly fault?: undefined; readonly citizen: OpenedCitizen }

/**
 * The holder whom a ticket shows, with the further document that its purpose is about, read once. Whether they approved what is asked
 * of such a holder is checked here: a resident who calls themselves a foreigner would leave the address out of the register.
 */
export async function findHolder(
  ports: Ports,
  presented: Presented,
  ticket: Pick<SignedTicket, 'scenario' | 'claims'>,
): Promise<FoundSubject> {
  const holder = await ports.database.in(CITIZENS).get(presented.credential.citizenId)
  if (!holder) return { fault: 'CREDENTIAL_REVOKED' }
  const found = await findDocument(ports, presented, ticket.scenario)
  const citizen = openHolder(ports, holder, found.held)
  if (asksForeignersElse(ticket.scenario) && subjectOf(ticket) !== citizen.subject)
    return { fault: 'SCENARIO_MISMATCH' }
  return found.fault ? { fault: found.fault } : { citizen }
}

/** The further document on the phone that a purpose is about, and whether it is good now. */
async function findDocument(
  { database, now }: Ports,
  { handle, credential: identity }: Presented,
  scenario: ScenarioName,
): Promise<{ readonly held?: HeldDocument; readonly fault?: ErrorCode }> {
  const type = documentOf(scenario)
  if (type === undefined) return {}
  const phone = { citizenId: identity.citizenId, deviceId: handle.deviceId }
  const found = await findHeldDocument(database, phone, type)
  if (!found || found.credential.status === 'revoked') return { fault: 'DOCUMENT_MISSING' }
  if (found.credential.status === 'frozen') return { fault: 'CREDENTIAL_FROZEN' }
  if (found.held.validUntil.getTime() <= now()) return { fault: 'DOCUMENT_OUTDATED' }
  return { held: found.held }
}

/**
 * The child whose card a ticket shows, read once; with a fault as well, as far as it is known, for the guardian's history.
 *
 * @param known what the ticket is refused for already: then nobody is opened
 */
export async function findChild(
  ports: Ports,
  { handle, credential: identity }: Presented,
  place: number,
  known: ErrorCode | undefined,
): Promise<FoundSubject & { readonly child?: ShownChild }> {
  const phone = { citizenId: identity.citizenId, deviceId: handle.deviceId }
  const found = await findChildCard(ports.database, phone, place)
  if (!found || found.credential.status === 'revoked') return { fault: known ?? 'CHILD_CARD_NONE' }
  const { card, credential } = found
  const child = { place, credentialId: card.credentialId, name: card.claims.name }
  const fault = known ?? faultOf(card, credential.status, ports.now())
  if (fault) return { child, fault }
  const guardian = await ports.database.in(CITIZENS).get(identity.citizenId)
  return guardian
    ? { child, citizen: openChild(ports, guardian, card) }
    : { child, fault: 'CREDENTIAL_REVOKED' }
}

function faultOf(
  { claims, validUntil }: Parameters<typeof openChild>[2],
  status: string,
  now: number,
): ErrorCode | undefined {
  if (status === 'frozen') return 'CREDENTIAL_FROZEN'
  if (!isChild(claims.birthdate, now)) return 'CHILD_OF_AGE'
  return validUntil.getTime() <= now ? 'CHILD_CARD_OUTDATED' : undefined
}
