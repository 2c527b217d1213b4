import type { StaffSession } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import type { VerifyPorts } from './verify-ports'

/** Who asks, and for whom they work. */
export interface Desk {
  readonly staff: StaffMember
  readonly organisation: Organisation
}

/** @throws NanshaError STAFF_NOT_ENTITLED when the account is nobody's staff */
export async function findDesk(
  { database }: Pick<VerifyPorts, 'database'>,
  account: AccountKey,
): Promise<Desk> {
  const staff = await database.collection<StaffMember>(STAFF).get(account)
  const organisation =
    staff && (await database.collection<Organisation>(ORGANISATIONS).get(staff.organisationId))
  if (!organisation) throw new NanshaError('STAFF_NOT_ENTITLED')
  return { staff, organisation }
}

/**
 * The first check of every verification, before the ticket is even read.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_EXPIRED
 */
export async function requireEntitlement(
  ports: Pick<VerifyPorts, 'database' | 'now'>,
  account: AccountKey,
  scenario: ScenarioName,
): Promise<Desk> {
  const desk = await findDesk(ports, account)
  if (!desk.organisation.scenarios.includes(scenario)) throw new NanshaError('STAFF_NOT_ENTITLED')
  if (desk.organisation.licenceExpiresAt.getTime() <= ports.now()) throw new NanshaError('LICENCE_EXPIRED')
  return desk
}

/** What the companion shows on its start screen. @throws NanshaError STAFF_NOT_ENTITLED */
export async function openSession(
  ports: Pick<VerifyPorts, 'database'>,
  account: AccountKey,
): Promise<StaffSession> {
  const { staff, organisation } = await findDesk(ports, account)
  return {
    organisationId: organisation._id,
    organisation: organisation.name,
    staff: staff.name,
    role: staff.role,
    enrols: organisation.enrols === true,
    scenarios: organisation.scenarios,
    licenceExpiresAt: Math.floor(organisation.licenceExpiresAt.getTime() / 1000),
  }
}
