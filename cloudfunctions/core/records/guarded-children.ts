import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const GUARDED_CHILDREN = defineCollection<GuardedNumber>('guardedChildren', {
  clear: [],
  rounded: { expiresAt: DAY_MS },
  pad: 128,
  vouchedBy: 'record',
})

/** Whose phones hold the card of one child. `_id` is the blind index of the child's number, so that there is one record of each. */
export interface GuardedNumber extends Stored {
  /** `_id`s of the cards, one for each guardian. */
  readonly cards: readonly string[]
  /** Forgotten from then on, with the last of them. */
  readonly expiresAt: Date
}
