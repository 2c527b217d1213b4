import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { ORGANISATIONS } from '../records/organisations'

/** Remembers a manager on the organisation's record, in the transaction that makes them one. */
export async function addManager(
  transaction: Transaction,
  organisationId: string,
  account: AccountKey,
): Promise<void> {
  const others = await otherManagers(transaction, organisationId, account)
  await write(transaction, organisationId, [...others, account])
}

/**
 * Takes a manager off the record, in the transaction that ends their being one. The last one stays: an organisation
 * without a manager could not help itself. The operator, who can invite the next one, may take off even the last.
 *
 * @throws NanshaError MANAGER_LAST
 */
export async function removeManager(
  transaction: Transaction,
  organisationId: string,
  account: AccountKey,
  byOperator = false,
): Promise<void> {
  const others = await otherManagers(transaction, organisationId, account)
  if (others.length === 0 && !byOperator) throw new NanshaError('MANAGER_LAST')
  await write(transaction, organisationId, others)
}

async function otherManagers(
  transaction: Transaction,
  organisationId: string,
  account: AccountKey,
): Promise<readonly AccountKey[]> {
  const organisation = await transaction.in(ORGANISATIONS).get(organisationId)
  return (organisation?.managers ?? []).filter((manager) => manager !== account)
}

async function write(
  transaction: Transaction,
  organisationId: string,
  managers: readonly AccountKey[],
): Promise<void> {
  await transaction.in(ORGANISATIONS).update(organisationId, { managers })
}
