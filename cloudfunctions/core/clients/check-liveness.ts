import * as v from 'valibot'
import type { LivenessChallenge } from '../face/liveness/challenge'
import type { CallFunction } from '../platform/call-function'
import { callFace, type FaceFault } from './face-answer'
import { FaceMatch } from './match-faces'

/** A frame that the phone captured and uploaded. */
export interface StoredFrame {
  readonly fileId: string
  /** 0 is looking straight, then the actions of the challenge. */
  readonly step: number
  /** Milliseconds since the challenge was shown, by the phone's clock. */
  readonly at: number
}

const LivePerson = v.object({
  /** The file of the frame that was compared and that desks shall see. */
  best: v.string(),
  /** SHA-256 of every frame, base64url. */
  digests: v.array(v.string()),
  ...FaceMatch.entries,
})
export interface LivePerson {
  readonly best: string
  readonly digests: readonly string[]
  readonly match: FaceMatch
}

/**
 * Checks that the frames show one living person who does what was asked, and compares that person with a reference.
 *
 * @param referenceDigest `photoDigest` of the reference, if it must be the very photo that was looked at before
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or none that we understand
 */
export type CheckLiveness = (
  challenge: LivenessChallenge,
  frames: readonly StoredFrame[],
  reference: string,
  referenceDigest?: string,
) => Promise<
  { readonly ok: true; readonly person: LivePerson } | { readonly ok: false; readonly fault: FaceFault }
>

/** {@link CheckLiveness} by the function `face`. */
export function createCheckLiveness(callFunction: CallFunction): CheckLiveness {
  return async (challenge, frames, reference, referenceDigest) => {
    const event = { action: 'liveness', challenge, frames, reference, referenceDigest }
    const answer = await callFace(callFunction, event, LivePerson)
    if (!answer.ok) return answer
    const { best, digests, ...match } = answer.found
    return { ok: true, person: { best, digests, match } }
  }
}
