import type { Stored } from '../platform/database'

export const ATTEMPTS = 'attempts'

/** Failed tries of one account, on one number or in all. `_id` is a blind index, so it names neither. */
export interface Attempts extends Stored {
  readonly failures: number
  readonly lockedUntil: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
