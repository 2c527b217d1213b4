import { isPassText } from '@nansha/shared/pass/pack-pass'
import { PORTRAIT_PREFIX } from '@nansha/shared/pass/portrait-frame'

/** The frames of one phone seen so far; it shows proof and portrait in turn. */
export interface Frames {
  readonly proof?: string
  readonly portrait?: string
}

/** @returns the frames that a code begins, `undefined` when it is no frame of a pass */
export function firstFrame(text: string): Frames | undefined {
  if (isPassText(text)) return { proof: text }
  return text.startsWith(PORTRAIT_PREFIX) ? { portrait: text } : undefined
}

/**
 * Adds what is seen next: the newest proof, because each is good for seconds, and the portrait, which stays the same.
 *
 * @returns the very same frames when nothing new was seen
 */
export function addFrame(frames: Frames, text: string): Frames {
  const added = firstFrame(text)
  const isNew =
    added !== undefined && Object.values(added).every((frame) => !Object.values(frames).includes(frame))
  return isNew ? { ...frames, ...added } : frames
}
