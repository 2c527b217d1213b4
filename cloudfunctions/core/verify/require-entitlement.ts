import { NanshaError } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { requireLicence } from '../limits/require-licence'
import type { Database, Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import type { VerifyPorts } from './verify-ports'

/** Who asks, and for whom they work. */
export interface Desk {
  readonly staff: StaffMember
  readonly organisation: Organisation
}

/**
 * @throws NanshaError STAFF_NOT_ENTITLED when the account is not staff of any organisation
 */
export function findDesk({ database }: Pick<VerifyPorts, 'database'>, account: AccountKey): Promise<Desk> {
  return readDesk(database, account)
}

/**
 * {@link findDesk}, in the transaction that relies on it.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED
 */
export async function readDesk(
  transaction: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  account: AccountKey,
): Promise<Desk> {
  const staff = await transaction.in(STAFF).get(account)
  const organisation = staff && (await transaction.in(ORGANISATIONS).get(staff.organisationId))
  if (!organisation) throw new NanshaError('STAFF_NOT_ENTITLED')
  return { staff, organisation }
}

/**
 * The first check of every verification, before the ticket is even read.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…
 */
export async function requireEntitlement(
  ports: Pick<VerifyPorts, 'database' | 'now'>,
  account: AccountKey,
  scenario: ScenarioName,
): Promise<Desk> {
  const desk = await findDesk(ports, account)
  requireScenario(desk, scenario, ports.now())
  return desk
}

/**
 * Whether an organisation may verify for a scenario now.
 *
 * @param now Unix milliseconds
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…
 */
export function requireScenario(
  { organisation }: Pick<Desk, 'organisation'>,
  scenario: ScenarioName,
  now: number,
): void {
  if (!organisation.scenarios.includes(scenario)) throw new NanshaError('STAFF_NOT_ENTITLED')
  requireLicence(organisation, now)
}
