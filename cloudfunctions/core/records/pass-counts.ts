import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const PASS_COUNTS = defineCollection<PassCount>('passDays', {
  id: 'forgotten',
  clear: ['passes'],
  rounded: { expiresAt: DAY_MS },
  vouchedBy: 'record',
})

/** How many passes a citizen got on one day. `_id` is `<citizen>.<YYYY-MM-DD>`, the day as in China. */
export interface PassCount extends Stored {
  readonly passes: number
  readonly expiresAt: Date
}
