import type { Stored } from '../platform/database'

export const SEEN_FRAMES = 'seenFrames'

/** A picture that was looked at once. `_id` is its SHA-256, from which nobody is recognised. */
export interface SeenFrame extends Stored {
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
