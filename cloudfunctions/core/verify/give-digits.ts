import { NanshaError } from '@nansha/shared/errors'
import { countDigits } from '../limits/count-digits'
import type { AccountKey } from '../records/account-key'
import { DESK_DIGITS } from '../records/desk-digits'
import type { VerifyPorts } from './verify-ports'

/** Digits drawn, all of them taken, before it counts as a defect. */
const DRAWS = 8

/**
 * Draws eight digits for a desk's code that no other code on a screen has. What they lead to is on a public screen and names the
 * organisation, so whoever guesses some learns nothing of anybody.
 *
 * @throws NanshaError TOO_MANY_CODES beyond a day's worth: a desk that floods the digits would catch the slips of others' guests
 */
export function giveDigits(
  { database, now, randomInt }: Pick<VerifyPorts, 'database' | 'now' | 'randomInt'>,
  account: AccountKey,
  { code, expiresAt }: { readonly code: string; readonly expiresAt: number },
): Promise<string> {
  return database.transaction(async (transaction) => {
    if (!(await countDigits(transaction, 'drawn', account, now()))) throw new NanshaError('TOO_MANY_CODES')
    for (let draw = 0; draw < DRAWS; draw++) {
      const digits = String(randomInt(100_000_000)).padStart(8, '0')
      const taken = await transaction.in(DESK_DIGITS).get(digits)
      if (taken && taken.expiresAt.getTime() > now()) continue
      await transaction
        .in(DESK_DIGITS)
        .put({ _id: digits, code, takenBy: null, expiresAt: new Date(expiresAt * 1000) })
      return digits
    }
    throw new Error('No eight digits are free.')
  })
}
