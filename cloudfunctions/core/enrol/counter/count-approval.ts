import { NanshaError } from '@nansha/shared/errors'
import { dayCount } from '../../limits/day-count'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { OFFICER_APPROVALS } from '../../records/officer-approvals'

/** A full working day with ten minutes for each person. */
export const APPROVALS_PER_DAY = 50

/**
 * Counts an approval against the officer's day, in the transaction that approves.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED beyond the cap: one dishonest officer stays one
 */
export async function countApproval(
  transaction: Transaction,
  officer: AccountKey,
  now: number,
): Promise<void> {
  const { _id, expiresAt } = dayCount(officer, now)
  const approvals = (await transaction.in(OFFICER_APPROVALS).get(_id))?.approvals ?? 0
  if (approvals >= APPROVALS_PER_DAY) throw new NanshaError('ATTEMPTS_EXHAUSTED')
  await transaction.in(OFFICER_APPROVALS).put({ _id, approvals: approvals + 1, expiresAt })
}
