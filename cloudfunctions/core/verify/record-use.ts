import { DAY_MS } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { ErrorCode } from '@nansha/shared/errors'
import { requestedClaims, type ScenarioName } from '@nansha/shared/scenarios'
import { queueAlert } from '../alerts/queue-alert'
import { citizenEvent } from '../history/citizen-event'
import { CITIZEN_EVENTS, type EventDetails } from '../records/citizen-events'
import { CITIZENS, type Citizen } from '../records/citizens'
import { type ShownChild, USES, type Use, type UseSubject } from '../records/uses'
import type { Presented } from './find-presented'
import type { OpenedCitizen } from './open-citizen'
import type { Desk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** How long an organisation can look back at its checks. */
export const CHECK_KEPT_MS = 365 * DAY_MS

/**
 * Consumes a handle and records its use, for the desk and for the citizen, in one transaction. Of any number of desks at
 * once, exactly one inserts; the same desk asking again for the same ticket, whose answer was lost, gets what was recorded
 * then, until it has decided.
 *
 * @param presented.citizen who was shown; reads in the history what the credential has of what was asked for
 * @param text the ticket as scanned
 * @returns the use, or `undefined` for a replay
 */
export async function recordUse(
  ports: Pick<VerifyPorts, 'database' | 'now'>,
  desk: Desk,
  scenario: ScenarioName,
  { handle, credential, child, citizen }: Presented & { readonly citizen: OpenedCitizen },
  text: string,
): Promise<Use | undefined> {
  const at = ports.now()
  const use: Use = {
    _id: handle._id,
    organisationId: desk.organisation._id,
    staff: desk.staff._id,
    scenario,
    ticket: digestText(text),
    at: new Date(at),
    subject: { citizenId: credential.citizenId, credentialId: credential._id, ...(child && { child }) },
    organisation: desk.organisation.name,
    state: 'shown',
    expiresAt: new Date(at + CHECK_KEPT_MS),
  }
  const uses = ports.database.in(USES)
  const inserted = await uses.insert(use)
  const shown = inserted === 'inserted' ? use : sameRequest(use, await uses.get(use._id))
  if (!shown) return undefined
  // Before anything is disclosed, and again when the same desk asks again: inserted once, because its id follows.
  const disclosed = citizen.known(requestedClaims(scenario, citizen.subject))
  const details = {
    ...checkDetails(desk, scenario, child),
    kind: 'presented',
    use: use._id,
    disclosed,
  } as const
  await recordEvent(ports, citizen.holder, { useId: use._id, details, what: 'presented' })
  return shown
}

/** The stored use when it answers this very request, and the desk has not decided yet. */
function sameRequest({ staff, ticket }: Use, stored: Use | null): Use | undefined {
  return stored?.staff === staff && stored.ticket === ticket && stored.state === 'shown' ? stored : undefined
}

/**
 * Tells the citizen that a desk was refused, and why; once for each desk, presentation and reason, so that nobody can
 * flood a history.
 *
 * @param useId of the presentation
 */
export async function recordRefusal(
  ports: Pick<VerifyPorts, 'database' | 'now'>,
  desk: Desk,
  scenario: ScenarioName,
  { citizenId, child }: Pick<UseSubject, 'citizenId' | 'child'>,
  code: ErrorCode,
  useId: string,
): Promise<void> {
  const details = { ...checkDetails(desk, scenario, child), kind: 'refused', code } as const
  await recordLateEvent(ports, citizenId, { useId, details, what: `${desk.organisation._id}.${code}` })
}

type EventPorts = Pick<VerifyPorts, 'database' | 'now'>

/** Something that a desk did with what a citizen showed. */
export interface DeskEvent {
  readonly useId: string
  readonly details: EventDetails & { readonly kind: 'presented' | 'refused' }
  /** Tells the events of one use apart; the same one is recorded once. */
  readonly what: string
  /** Unix milliseconds; now if left out. */
  readonly at?: number
}

/** {@link recordEvent} of something that is told after the check: who deleted their identity meanwhile has no history. */
export async function recordLateEvent(ports: EventPorts, citizenId: string, event: DeskEvent): Promise<void> {
  const citizen = await ports.database.in(CITIZENS).get(citizenId)
  if (citizen) await recordEvent(ports, citizen, event)
}

async function recordEvent(
  ports: EventPorts,
  citizen: Citizen,
  { useId, details, what, at = ports.now() }: DeskEvent,
): Promise<void> {
  const { database } = ports
  const named = { ...ports, randomId: () => digestText(`${useId}.${what}`) }
  const inserted = await database.in(CITIZEN_EVENTS).insert(citizenEvent(named, citizen._id, at, details))
  if (inserted === 'inserted') await queueAlert(ports, database, citizen, details.kind, at)
}

function checkDetails({ organisation }: Desk, scenario: ScenarioName, child?: ShownChild) {
  return { organisation: organisation.name, scenario, ...(child && { child: child.name }) }
}
