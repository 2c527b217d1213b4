import { NanshaError } from '@nansha/shared/errors'
import { dayCount } from '../../limits/day-count'
import type { Database } from '../../platform/database'
import { PASS_COUNTS } from '../../records/pass-counts'

/** Passes that a citizen may get in a day, on whatever phones: more gates than a day's journey has. */
export const PASSES_PER_DAY = 60

/**
 * Counts passes before they are made: each is as good as the person for a day, so the number that a stolen phone can
 * get is limited.
 *
 * @throws NanshaError PASS_UNAVAILABLE beyond the cap
 */
export function countPasses(
  { database, now }: { readonly database: Database; readonly now: () => number },
  citizenId: string,
  count: number,
): Promise<void> {
  const { _id, expiresAt } = dayCount(citizenId, now())
  return database.transaction(async (transaction) => {
    const passes = ((await transaction.in(PASS_COUNTS).get(_id))?.passes ?? 0) + count
    if (passes > PASSES_PER_DAY) throw new NanshaError('PASS_UNAVAILABLE')
    await transaction.in(PASS_COUNTS).put({ _id, passes, expiresAt })
  })
}
