import type { Stored } from '../platform/database'

export const PASS_DAYS = 'passDays'

/** How many passes a citizen got on one day. `_id` is `<citizen>.<YYYY-MM-DD>`, the day as in China. */
export interface PassDay extends Stored {
  readonly passes: number
  readonly expiresAt: Date
}
