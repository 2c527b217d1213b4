import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const SEEN_FRAMES = defineCollection<SeenFrame>('seenFrames', {
  id: 'forgotten',
  clear: [],
  rounded: { expiresAt: DAY_MS },
})

/** A picture that was looked at once. `_id` is its SHA-256, which identifies no person. */
export interface SeenFrame extends Stored {
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
