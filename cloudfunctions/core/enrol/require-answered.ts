import type { EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { stepsOfFrames } from '@nansha/shared/liveness'
import type { AskedChallenge, Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import type { Photos } from './see-person'

/**
 * Whether a submission answers the challenge that was asked, each step of it. A selfie alone will do only where
 * the platform films the person.
 *
 * @returns the photos, frames with the digests by which they were named; and when the person may first have been filmed
 * @throws NanshaError LIVENESS_TIMING
 */
export function requireAnswered(
  { registry }: Pick<EnrolPorts, 'registry'>,
  { challenge, filming }: Enrolment,
  { card, selfie, frames = [] }: Extract<EnrolEvent, { action: 'submit' }>['files'],
): { readonly photos: Photos; readonly faceAt: Date } {
  if (selfie === undefined) {
    const answered = requireFrames(challenge, frames)
    return { photos: { card, ...answered }, faceAt: answered.challenge.askedAt }
  }
  if (!registry.capture || !filming) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  return { photos: { card, selfie }, faceAt: filming }
}

/**
 * Whether frames answer the challenge that was asked, each step of it. Each was answered in its time (answer-step.ts), by frames that
 * cannot be exchanged any more; how long somebody reads before they submit them says nothing of the filming.
 *
 * @returns the frames with the digests by which they were named
 * @throws NanshaError LIVENESS_TIMING
 */
export function requireFrames(challenge: AskedChallenge | null, frames: readonly string[]) {
  const digests = challenge?.answers.flatMap((answer) => answer.digests) ?? []
  const isWhole = challenge !== null && digests.length === stepsOfFrames(challenge).length
  if (!isWhole || frames.length !== digests.length)
    throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  return {
    challenge,
    frames: frames.map((fileId, at) => ({ fileId, digest: digests[at] as string })),
  }
}
