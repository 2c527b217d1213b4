import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const NUMBER_LOCKS = defineCollection<NumberLock>('numberLocks', { clear: [], vouchedBy: 'record' })

/** The holder's wish that their number is enrolled at a counter only. `_id` is the blind index of the number. */
export interface NumberLock extends Stored {
  readonly lockedAt: Date
}
