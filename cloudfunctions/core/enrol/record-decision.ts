import { DECISIONS, type RemoteDecision } from '../records/decisions'
import type { Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import type { Proofing } from './prove-person'

/** Long enough to review a complaint about an enrolment, refused or wrongly granted. */
export const DECISION_KEPT_MS = 3 * 365 * 24 * 3600_000

/** Remembers why, before anything follows from it. */
export async function recordDecision(
  { database, now, registry }: Pick<EnrolPorts, 'database' | 'now' | 'registry'>,
  { _id, account, consent }: Enrolment,
  numberIndex: string,
  proofing: Proofing,
  nameCorrected: boolean,
): Promise<void> {
  await database.collection<RemoteDecision>(DECISIONS).insert({
    _id,
    route: 'remote',
    account,
    numberIndex,
    at: new Date(now()),
    outcome: proofing.outcome,
    nameCorrected,
    frames: proofing.frames,
    faces: proofing.faces,
    registry: { name: registry.name, decision: proofing.registry },
    consent,
    expiresAt: new Date(now() + DECISION_KEPT_MS),
  })
}
