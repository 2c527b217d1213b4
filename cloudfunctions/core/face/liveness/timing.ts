import { NanshaError } from '@nansha/shared/errors'
import type { LivenessChallenge } from './challenge'

/** When a frame was taken, by the phone's clock. The hard limit is the server's own, between issue and submission. */
export interface FrameTime {
  /** 0 is looking straight, then the actions. */
  readonly step: number
  /** Milliseconds since the challenge was shown. */
  readonly at: number
}

const WHOLE_MS = 60_000
/** Two frames closer than this are one exposure sent twice. */
const BETWEEN_FRAMES_MS = 50
/** Nobody reads a request and has acted on it sooner. */
const BETWEEN_STEPS_MS = 300

/**
 * Frames must come in the order of the challenge, none of its steps missing, at times at which a person can act.
 * @throws NanshaError LIVENESS_TIMING
 */
export function checkTiming({ actions }: LivenessChallenge, frames: readonly FrameTime[]): void {
  const fail = (step: number): never => {
    throw new NanshaError('LIVENESS_TIMING', { step })
  }
  for (let step = 0; step <= actions.length; step++) {
    if (!frames.some((frame) => frame.step === step)) fail(step)
  }
  frames.forEach(({ step, at }, index) => {
    // Written so that a time that is not a number fails.
    if (step > actions.length || !(at <= WHOLE_MS)) fail(step)
    const before = frames[index - 1]
    if (!before) return
    const pause = step === before.step ? BETWEEN_FRAMES_MS : BETWEEN_STEPS_MS
    if (step < before.step || !(at - before.at >= pause)) fail(step)
  })
}
