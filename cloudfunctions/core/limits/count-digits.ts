import type { Transaction } from '../platform/database'
import { DIGITS_COUNTS } from '../records/desk-digits'
import { countedInDay, countInDay } from './day-count'

/** What one account reads out in a day, and what one identity types in vain. */
export const DIGITS_A_DAY = { drawn: 300, wrong: 20 } as const

const capOf = (what: keyof typeof DIGITS_A_DAY) =>
  ({ collection: DIGITS_COUNTS, field: 'count', most: DIGITS_A_DAY[what] }) as const

/**
 * Counts in the transaction whose work it limits.
 *
 * @param who the account that draws, or the identity that types
 * @param now Unix milliseconds
 * @returns whether there was still one left; then it is counted
 */
export function countDigits(
  transaction: Transaction,
  what: keyof typeof DIGITS_A_DAY,
  who: string,
  now: number,
): Promise<boolean> {
  return countInDay(transaction, capOf(what), `${what}.${who}`, now)
}

/** Whether another wrong one would be one too many. */
export async function isWrongUsedUp(transaction: Transaction, who: string, now: number): Promise<boolean> {
  return (await countedInDay(transaction, capOf('wrong'), `wrong.${who}`, now)) >= DIGITS_A_DAY.wrong
}
