import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const SEEN_CAPTURES = defineCollection<SeenCaptures>('seenCaptures', {
  clear: [],
  rounded: { expiresAt: DAY_MS },
  vouchedBy: 'record',
})

/** What the last guided captures on a number looked like, so that none is shown again. `_id` is the number's blind index. */
export interface SeenCaptures extends Stored {
  /** The fingerprints of each capture's frames, the latest last. */
  readonly captures: readonly (readonly string[])[]
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
