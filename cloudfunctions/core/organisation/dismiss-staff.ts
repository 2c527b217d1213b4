import type { OrganisationEvent, StaffList } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { STAFF } from '../records/staff'
import { removeManager } from './managers'
import type { OrganisationPorts } from './organisation-ports'
import { requireManager } from './require-manager'

const MOST_STAFF = 1000

/** @throws NanshaError of {@link requireManager} */
export async function listStaff(
  ports: Pick<OrganisationPorts, 'database' | 'operators'>,
  caller: AccountKey,
  { organisationId }: Extract<OrganisationEvent, { action: 'staff' }>,
): Promise<StaffList> {
  await ports.database.transaction((transaction) =>
    requireManager(ports, transaction, caller, organisationId),
  )
  const staff = await ports.database.in(STAFF).find({ organisationId }, { limit: MOST_STAFF })
  return {
    staff: staff.map(({ _id, role, name }) => ({ account: _id, role, name, isCaller: _id === caller })),
  }
}

/**
 * Dismisses a person from their next call on, and voids every invitation that they made. A person who works elsewhere,
 * or nowhere, is left as they are.
 *
 * @throws NanshaError of {@link requireManager}, INPUT_INVALID for an account that does not work there, and for one's
 * own
 */
export async function dismissStaff(
  ports: Pick<OrganisationPorts, 'database' | 'operators'>,
  caller: AccountKey,
  { organisationId, account }: Extract<OrganisationEvent, { action: 'dismiss' }>,
): Promise<void> {
  await ports.database.transaction(async (transaction) => {
    const manager = await requireManager(ports, transaction, caller, organisationId)
    const member = await transaction.in(STAFF).get(account)
    if (member?.organisationId !== organisationId || account === caller)
      throw new NanshaError('INPUT_INVALID', { field: 'account' })
    if (member.role === 'manager') await removeManager(transaction, organisationId, account, manager === null)
    await transaction.in(STAFF).remove(account)
  })
}
