import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { FaceMatch } from '../face/face-match'
import type { LivenessChallenge } from '../face/liveness/challenge'
import type { CallFunction } from '../platform/call-function'
import { callFace } from './face-answer'
import type { StoredPhoto } from './match-faces'

/** What a person was asked and the frames that answer it, in the order taken. */
export interface Capture {
  readonly challenge: LivenessChallenge
  readonly frames: readonly StoredPhoto[]
  /** Index of the frame that desks shall see, a straight look. */
  readonly shown: number
}

const LivePerson = v.object({ ...FaceMatch.entries, fingerprints: v.array(v.string()) })

/** What was found of a living person. */
export interface LivePerson {
  readonly match: FaceMatch
  /** Of each frame, what encoding it anew does not change. */
  readonly fingerprints: readonly string[]
}

/**
 * Checks that the frames show one living person who does what was asked, and compares that person with a reference.
 *
 * @throws FaceFault when a frame cannot be judged, or shows no living person
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or an unknown one
 */
export type CheckLiveness = (capture: Capture, reference: StoredPhoto) => Promise<LivePerson>

/** {@link CheckLiveness} by the function `face`. */
export function createCheckLiveness(callFunction: CallFunction): CheckLiveness {
  return async ({ challenge, frames, shown }, reference) => {
    const event = { action: 'liveness', challenge, frames, shown, reference }
    const { fingerprints, ...match } = await callFace(callFunction, event, LivePerson)
    if (fingerprints.length !== frames.length) throw new NanshaError('SERVICE_UNAVAILABLE')
    return { match, fingerprints }
  }
}
