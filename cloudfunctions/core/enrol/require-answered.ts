import type { EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { stepsOfFrames } from '@nansha/shared/liveness'
import type { Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import type { Photos } from './prove-person'

/**
 * Whether a submission answers the challenge that was asked, each step of it, in time. A selfie alone will do only where
 * the platform films the person.
 *
 * @returns the photos, frames with the digests by which they were named; and when the person may first have been filmed
 * @throws NanshaError LIVENESS_TIMING
 */
export function requireAnswered(
  { registry, now }: Pick<EnrolPorts, 'registry' | 'now'>,
  { challenge, filmedFrom }: Enrolment,
  { card, selfie, frames }: Extract<EnrolEvent, { action: 'submit' }>['files'],
): { readonly photos: Photos; readonly faceAt: Date } {
  if (selfie !== undefined && registry.capture && filmedFrom)
    return { photos: { card, selfie }, faceAt: filmedFrom }
  const digests = challenge?.answers.flatMap((answer) => answer.digests) ?? []
  const isWhole = challenge !== null && digests.length === stepsOfFrames(challenge).length
  const isInTime = challenge !== null && challenge.expiresAt.getTime() > now()
  if (!frames || !isWhole || !isInTime || !filmedFrom || frames.length !== digests.length)
    throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  const named = frames.map((fileId, at) => ({ fileId, digest: digests[at] as string }))
  return { photos: { card, challenge, frames: named }, faceAt: filmedFrom }
}
