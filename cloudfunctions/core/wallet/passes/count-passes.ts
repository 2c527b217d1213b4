import { NanshaError } from '@nansha/shared/errors'
import { countInDay } from '../../limits/day-count'
import type { Database } from '../../platform/database'
import { PASS_COUNTS } from '../../records/pass-counts'

/** Passes that a citizen may get in a day, on whatever phones: more gates than a day's journey has. */
export const PASSES_PER_DAY = 60

const PASSES = { collection: PASS_COUNTS, field: 'passes', most: PASSES_PER_DAY } as const

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
  return database.transaction(async (transaction) => {
    if (!(await countInDay(transaction, PASSES, citizenId, now(), count)))
      throw new NanshaError('PASS_UNAVAILABLE')
  })
}
