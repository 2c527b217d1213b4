import type { ErrorCode } from '@nansha/shared/errors'
import { claimsOf, type ScenarioName } from '@nansha/shared/scenarios'
import { sdDigest } from '@nansha/shared/sd-jwt/disclosure'
import { citizenEvent } from '../events/citizen-event'
import { DuplicateKey } from '../platform/database-errors'
import { EVENTS, type EventDetails } from '../records/events'
import { USES, type Use, type UseSubject } from '../records/uses'
import type { Presented } from './find-presented'
import type { Desk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** How long an organisation can look back at its checks. */
const KEPT_MS = 365 * 24 * 3600_000

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
    subject: ports.envelopes.sealJson(subjectPlace(handle._id), subject),
    state: 'shown',
    expiresAt: new Date(at + KEPT_MS),
  }
  const details = { ...occasion(desk, scenario), kind: 'presented', disclosed: claimsOf(scenario) } as const
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

/** Tells the citizen that a desk was refused, and why. */
export async function recordRefusal(
  ports: Pick<VerifyPorts, 'database' | 'envelopes' | 'randomId' | 'now'>,
  desk: Desk,
  scenario: ScenarioName,
  citizenId: string,
  code: ErrorCode,
): Promise<void> {
  const details: EventDetails = { ...occasion(desk, scenario), kind: 'refused', code }
  await ports.database.collection(EVENTS).insert(citizenEvent(ports, citizenId, ports.now(), details))
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
