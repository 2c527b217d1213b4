import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const ATTEMPTS = defineCollection<Attempts>('attempts', { clear: 'all', vouchedBy: 'record' })

/** Failed tries of one account, on one number or in all. `_id` is a blind index, so it names neither. */
export interface Attempts extends Stored {
  readonly failures: number
  readonly lockedUntil: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
