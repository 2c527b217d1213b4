import { type CounterDecision, GUARDIAN, type Guardian } from '../../records/decisions'
import type { IssuingPorts } from '../enrol-ports'
import { DECISION_KEPT_MS } from '../record-decision'
import type { ProvenPerson } from '../write-citizen'
import type { Officer } from './require-officer'

/** Words who approved whom, and on whose behalf. */
export function counterDecision(
  { envelopes, now }: Pick<IssuingPorts, 'envelopes' | 'now'>,
  { enrolment, numberIndex }: Pick<ProvenPerson, 'enrolment' | 'numberIndex'>,
  { member }: Officer,
  guardian: Guardian | null,
): CounterDecision {
  return {
    _id: enrolment._id,
    route: 'counter',
    account: enrolment.account,
    numberIndex,
    at: new Date(now()),
    consent: enrolment.consent,
    officer: { account: member._id, name: member.name, organisationId: member.organisationId },
    guardian: guardian && GUARDIAN.seal(envelopes, enrolment._id, guardian),
    expiresAt: new Date(now() + DECISION_KEPT_MS),
  }
}
