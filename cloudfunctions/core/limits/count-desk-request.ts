import { MINUTE_MS } from '@nansha/shared/clock/durations'
import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { takeSlots } from './slots'

/** One a second: a clerk who scans without a pause, and shows a code for each, stays below half of it. */
export const DESK_REQUESTS_A_MINUTE = 60

/**
 * Counts what one clerk has signed for their desk, tickets, codes and bundles together, in each minute of the clock and before
 * anything is read or signed: all desks of a deployment share what `signer` signs in a minute.
 *
 * @throws NanshaError TOO_MANY_CHECKS for one more than {@link DESK_REQUESTS_A_MINUTE}
 */
export function countDeskRequest(
  { database, now }: { readonly database: Database; readonly now: Now },
  clerk: AccountKey,
): Promise<void> {
  const cap = { id: `desk.${clerk}`, most: DESK_REQUESTS_A_MINUTE, refusal: 'TOO_MANY_CHECKS' } as const
  return database.transaction((transaction) => {
    const minute = Math.floor(now() / MINUTE_MS)
    const slot = { id: String(minute), count: 1, until: new Date((minute + 1) * MINUTE_MS) }
    return takeSlots(transaction, cap, slot, now())
  })
}
