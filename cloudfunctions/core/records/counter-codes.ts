import type { Stored } from '../platform/database'

export const COUNTER_CODES = 'counterCodes'

/** Eight digits on a phone at a counter. `_id` is their blind index: no two open applications have the same. */
export interface CounterCode extends Stored {
  readonly applicationId: string
  /** That of the application. */
  readonly expiresAt: Date
}
