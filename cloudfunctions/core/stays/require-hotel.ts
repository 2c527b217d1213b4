import { NanshaError } from '@nansha/shared/errors'
import { requireNotSuspended } from '../limits/require-licence'
import type { Database, Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { type Desk, readDesk } from '../verify/require-entitlement'

/**
 * Staff of a hotel. Its licence may have run out: guests who are in the house are still changed, checked out and reported, and
 * nobody new is checked in.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function requireHotel(
  database: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  account: AccountKey,
): Promise<Desk> {
  const desk = await readDesk(database, account)
  if (!desk.organisation.scenarios.includes('hotel')) throw new NanshaError('STAFF_NOT_ENTITLED')
  requireNotSuspended(desk.organisation)
  return desk
}

/** A manager of a hotel. @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, CALLER_FORBIDDEN for a clerk */
export async function requireManager(
  database: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  account: AccountKey,
): Promise<Desk> {
  const desk = await requireHotel(database, account)
  if (desk.staff.role !== 'manager') throw new NanshaError('CALLER_FORBIDDEN')
  return desk
}
