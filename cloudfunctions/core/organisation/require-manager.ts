import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS, type Organisation } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import { isOperator, type OrganisationPorts } from './organisation-ports'

/**
 * Whether the caller may say who works there.
 *
 * @throws NanshaError CALLER_FORBIDDEN unless the operator or a manager of that organisation asks, INPUT_INVALID when
 *   the operator names none
 */
export async function requireManager(
  ports: OrganisationPorts,
  caller: AccountKey,
  organisationId: string,
): Promise<void> {
  const { database } = ports
  if (isOperator(ports, caller)) {
    const organisation = await database.collection<Organisation>(ORGANISATIONS).get(organisationId)
    if (!organisation) throw new NanshaError('INPUT_INVALID', { field: 'organisationId' })
    return
  }
  const member = await database.collection<StaffMember>(STAFF).get(caller)
  const manages = member?.role === 'manager' && member.organisationId === organisationId
  if (!manages) throw new NanshaError('CALLER_FORBIDDEN')
}
