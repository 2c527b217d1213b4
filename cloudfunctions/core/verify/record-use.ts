import type { ErrorCode } from '@nansha/shared/errors'
import { claimsOf, type ScenarioName } from '@nansha/shared/scenarios'
import { sdDigest } from '@nansha/shared/sd-jwt/disclosure'
import type { Envelope } from '../crypto/envelope'
import { citizenEvent } from '../events/citizen-event'
import { DuplicateKey } from '../platform/database-errors'
import { type CitizenEvent, EVENTS, type EventDetails } from '../records/events'
import { USES, type Use, type UseSubject } from '../records/uses'
import type { Presented } from './find-presented'
import type { Desk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** How long an organisation can look back at its checks. */
export const KEPT_MS = 365 * 24 * 3600_000

/**
 * Consumes a handle and records its use, for the desk and for the citizen, in one transaction. Of any number of desks at
 * once, exactly one inserts; the same desk asking again for the same ticket, whose answer was lost, gets what was recorded
 * then, until it has decided.
 *
 * @param text the ticket as scanned
 * @returns the use, or `undefined` for a replay
 */
export async function recordUse(
  ports: VerifyPorts,
  desk: Desk,
  scenario: ScenarioName,
  { handle, credential }: Presented,
  text: string,
): Promise<Use | undefined> {
  const at = ports.now()
  const subject: UseSubject = { citizenId: credential.citizenId, credentialId: credential._id }
  const use: Use = {
    _id: handle._id,
    organisationId: desk.organisation._id,
    staff: desk.staff._id,
    scenario,
    ticket: sdDigest(text),
    at: new Date(at),
    subject: sealSubject(ports, handle._id, subject),
    state: 'shown',
    expiresAt: new Date(at + KEPT_MS),
  }
  const details = {
    ...occasion(desk, scenario),
    kind: 'presented',
    use: use._id,
    disclosed: claimsOf(scenario),
  } as const
  try {
    await ports.database.transaction(async (transaction) => {
      await transaction.insert<Use>(USES, use)
      await transaction.insert(EVENTS, citizenEvent(ports, credential.citizenId, at, details))
    })
    return use
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error
    const first = await ports.database.collection<Use>(USES).get(use._id)
    const isSameRequest = first?.staff === use.staff && first.ticket === use.ticket
    return isSameRequest && first.state === 'shown' ? first : undefined
  }
}

/**
 * Tells the citizen that a desk was refused, and why; once for each desk, presentation and reason, so that nobody can
 * flood a history.
 *
 * @param useId of the presentation
 */
export async function recordRefusal(
  ports: Pick<VerifyPorts, 'database' | 'envelopes' | 'now'>,
  desk: Desk,
  scenario: ScenarioName,
  citizenId: string,
  code: ErrorCode,
  useId: string,
): Promise<void> {
  const details: EventDetails = { ...occasion(desk, scenario), kind: 'refused', code }
  const id = sdDigest(`${useId}.${desk.organisation._id}.${code}`)
  const event = citizenEvent({ ...ports, randomId: () => id }, citizenId, ports.now(), details)
  await ports.database.collection<CitizenEvent>(EVENTS).insert(event)
}

export function sealSubject(
  { envelopes }: Pick<VerifyPorts, 'envelopes'>,
  useId: string,
  subject: UseSubject,
): Envelope {
  return envelopes.sealJson(subjectPlace(useId), subject)
}

export function openSubject({ envelopes }: Pick<VerifyPorts, 'envelopes'>, use: Use): UseSubject {
  return envelopes.openJson<UseSubject>(subjectPlace(use._id), use.subject)
}

function subjectPlace(id: string) {
  return { collection: USES, id, field: 'subject' }
}

function occasion({ organisation }: Desk, scenario: ScenarioName) {
  return { organisation: organisation.name, scenario }
}
