import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const NUMBER_ALARMS = defineCollection<NumberAlarm>('numberAlarms', {
  clear: ['expiresAt'],
  vouchedBy: 'record',
})

/** Refusals on one number by accounts that do not hold it. `_id` is the blind index of the number. */
export interface NumberAlarm extends Stored {
  /** Blind indexes of the accounts, each once. */
  readonly accounts: readonly string[]
  /** When the holder was last told. */
  readonly toldAt: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
