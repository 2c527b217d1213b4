import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const READING_DAYS = defineCollection<ReadingDay>('readingDays', {
  clear: ['expiresAt'],
  sealedBy: 'guest',
  vouchedBy: 'stay',
})

/** How many photos of documents and guests a clerk had looked at on one day. `_id` is the account, and the day as in China. */
export interface ReadingDay extends Stored {
  readonly count: number
  readonly expiresAt: Date
}
