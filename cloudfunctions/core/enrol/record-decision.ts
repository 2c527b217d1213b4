import { DAY_MS } from '@nansha/shared/clock/durations'
import { CORRECTIONS, type CorrectedFields, DECISIONS } from '../records/decisions'
import type { Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import type { Proofing } from './prove-person'

/** Long enough to review a complaint about an enrolment, refused or wrongly granted. */
export const DECISION_KEPT_MS = 3 * 365 * DAY_MS

/** Remembers why, before anything follows from it. */
export async function recordDecision(
  { database, now, registry, envelopes }: Pick<EnrolPorts, 'database' | 'now' | 'registry' | 'envelopes'>,
  { _id, account, consent }: Enrolment,
  numberIndex: string,
  proofing: Proofing,
  fields: CorrectedFields,
): Promise<void> {
  const corrected = Object.keys(fields) as (keyof CorrectedFields)[]
  await database.in(DECISIONS).insert({
    _id,
    route: 'remote',
    account,
    numberIndex,
    at: new Date(now()),
    outcome: proofing.outcome,
    corrected,
    corrections: corrected.length > 0 ? CORRECTIONS.seal(envelopes, _id, fields) : null,
    frames: proofing.frames,
    faces: proofing.faces,
    registry: { name: registry.name, decision: proofing.registry },
    consent,
    expiresAt: new Date(now() + DECISION_KEPT_MS),
  })
}
