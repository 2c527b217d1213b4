import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS } from '../records/organisations'
import { STAFF, type StaffMember } from '../records/staff'
import { isOperator } from './operators'
import type { OrganisationPorts } from './organisation-ports'

/**
 * Whether the caller may say who works there, checked in the transaction that relies on it.
 *
 * @returns the manager, or null for the operator
 * @throws NanshaError CALLER_FORBIDDEN unless the operator or a manager of that organisation asks, INPUT_INVALID when
 * the operator names none
 */
export async function requireManager(
  ports: Pick<OrganisationPorts, 'operators'>,
  transaction: Transaction,
  caller: AccountKey,
  organisationId: string,
): Promise<StaffMember | null> {
  if (isOperator(ports.operators, caller)) {
    const organisation = await transaction.in(ORGANISATIONS).get(organisationId)
    if (!organisation) throw new NanshaError('INPUT_INVALID', { field: 'organisationId' })
    return null
  }
  const member = await transaction.in(STAFF).get(caller)
  if (!isManagerOf(member, organisationId)) throw new NanshaError('CALLER_FORBIDDEN')
  return member
}

export function isManagerOf(member: StaffMember | null, organisationId: string): member is StaffMember {
  return member?.role === 'manager' && member.organisationId === organisationId
}
