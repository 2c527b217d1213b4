import { NanshaError } from '@nansha/shared/errors'
import { countInDay } from '../../limits/day-count'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { OFFICER_APPROVALS } from '../../records/officer-approvals'

/** A full working day with ten minutes for each person. */
export const APPROVALS_PER_DAY = 50

const APPROVALS = { collection: OFFICER_APPROVALS, field: 'approvals', most: APPROVALS_PER_DAY } as const

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
  if (!(await countInDay(transaction, APPROVALS, officer, now))) throw new NanshaError('ATTEMPTS_EXHAUSTED')
}
