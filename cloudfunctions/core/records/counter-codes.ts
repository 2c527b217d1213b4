import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const COUNTER_CODES = defineCollection<CounterCode>('counterCodes', {
  clear: 'all',
  vouchedBy: 'record',
})

/** Eight digits on a phone at a counter. `_id` is their blind index: no two open applications have the same. */
export interface CounterCode extends Stored {
  readonly applicationId: string
  /** That of the application. */
  readonly expiresAt: Date
}
