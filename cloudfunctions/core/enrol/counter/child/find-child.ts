import type { ChildFound, CounterEvent } from '@nansha/shared/api/counter'
import { isChild } from '@nansha/shared/children/child-card'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../../records/account-key'
import { CITIZEN_CLAIMS, CITIZENS, type CitizenClaims } from '../../../records/citizens'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../../records/counter-applications'
import { askHousehold, type HouseholdRegistry } from '../../../registry/household-registry'
import { requireNumber } from '../../check-applicant'
import type { IssuingPorts } from '../../enrol-ports'
import { requireCardValid } from '../check-counter-applicant'
import { readOwnApplication } from '../require-officer'

/** A name that was mistyped is typed again; an officer does not search the register. */
const MOST_LOOKUPS = 6

export interface ChildPorts extends Pick<IssuingPorts, 'database' | 'envelopes' | 'now'> {
  /** null where no children's cards are issued. */
  readonly household: HouseholdRegistry | null
}

/** What the child's physical card says, as the officer has it in hand. */
type OnCard = Pick<
  Extract<CounterEvent, { action: 'counter-find-child' }>,
  'applicationId' | 'name' | 'idNumber' | 'cardValidity'
>

/**
 * Asks the register of households for the child whose guardian stands at the counter. Nothing of it is kept before the officer
 * approves, and then it is asked again.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, ENROLMENT_UNKNOWN also for an application without a guardian,
 *   ATTEMPTS_EXHAUSTED, CARD_EXPIRED, CARD_NOT_YET_VALID, NUMBER_…, CHILD_OF_AGE, CHILD_NOT_IN_HOUSEHOLD, DOCUMENT_…
 */
export async function findChild(ports: ChildPorts, account: AccountKey, onCard: OnCard): Promise<ChildFound> {
  const { portrait, ...claims } = (await lookUpChild(ports, account, onCard)).child
  return { claims, portrait }
}

/** {@link findChild}, with the application and the guardian in it. */
export async function lookUpChild(ports: ChildPorts, account: AccountKey, onCard: OnCard) {
  const { database, envelopes, now } = ports
  requireCardValid(onCard.cardValidity, now())
  const number = requireNumber(onCard.idNumber, now())
  if (!isChild(number.birthdate, now())) throw new NanshaError('CHILD_OF_AGE')
  const application = await countLookup(ports, account, onCard.applicationId)
  const citizen = await database.in(CITIZENS).get(application.guardian.citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const guardian: CitizenClaims = CITIZEN_CLAIMS.open(envelopes, citizen)
  const child = await askHousehold(
    ports.household,
    { name: guardian.name, idNumber: guardian.id_number },
    { name: onCard.name, idNumber: number.number },
    now(),
  )
  return { application, guardian, child }
}

/** An application for which a guardian vouched. */
type ChildApplication = CounterApplication & {
  readonly guardian: NonNullable<CounterApplication['guardian']>
}

/** @throws NanshaError ENROLMENT_UNKNOWN */
export function requireGuardian(application: CounterApplication): ChildApplication {
  const { guardian } = application
  if (!guardian) throw new NanshaError('ENROLMENT_UNKNOWN')
  return { ...application, guardian }
}

/** Counted before the register is asked. */
function countLookup(
  ports: ChildPorts,
  account: AccountKey,
  applicationId: string,
): Promise<ChildApplication> {
  return ports.database.transaction(async (transaction) => {
    const own = await readOwnApplication(ports, transaction, account, applicationId)
    const application = requireGuardian(own.application)
    if (application.lookups >= MOST_LOOKUPS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await transaction.in(COUNTER_APPLICATIONS).update(applicationId, { lookups: application.lookups + 1 })
    return application
  })
}
