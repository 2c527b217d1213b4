import type { Transaction } from '../platform/database'
import { DIGITS_COUNTS } from '../records/desk-digits'
import { dayCount } from './day-count'

/** What one account reads out in a day, and what one identity types in vain. */
export const DIGITS_A_DAY = { drawn: 300, wrong: 20 } as const

/**
 * Counts in the transaction whose work it limits.
 *
 * @param who the account that draws, or the identity that types
 * @param now Unix milliseconds
 * @returns whether there was still one left; then it is counted
 */
export async function countDigits(
  transaction: Transaction,
  what: keyof typeof DIGITS_A_DAY,
  who: string,
  now: number,
): Promise<boolean> {
  const { _id, expiresAt } = dayCount(`${what}.${who}`, now)
  const count = ((await transaction.in(DIGITS_COUNTS).get(_id))?.count ?? 0) + 1
  if (count > DIGITS_A_DAY[what]) return false
  await transaction.in(DIGITS_COUNTS).put({ _id, count, expiresAt })
  return true
}

/** Whether another wrong one would be one too many. */
export async function isWrongUsedUp(transaction: Transaction, who: string, now: number): Promise<boolean> {
  const { _id } = dayCount(`wrong.${who}`, now)
  return ((await transaction.in(DIGITS_COUNTS).get(_id))?.count ?? 0) >= DIGITS_A_DAY.wrong
}
