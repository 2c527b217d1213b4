import { type Picture, readPicture } from '@nansha/kit/camera/picture'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { EnrolEvent, LivenessStep, StepAnswered } from '@nansha/shared/api/enrol'
import { digestBytes } from '@nansha/shared/encoding/digest'
import { onceMore } from './once-more'

/**
 * Names the pictures of a step by their SHA-256, before they are uploaded; asked once more when no answer came.
 *
 * @returns what is asked next, null when everything was
 * @throws NanshaError LIVENESS_TIMING, ENROLMENT_…, OFFLINE, SERVICE_UNAVAILABLE
 */
export async function answerStep(
  ask: Ask,
  enrolmentId: string,
  step: number,
  pictures: readonly Picture[],
): Promise<LivenessStep | null> {
  const digests: string[] = []
  for (const picture of pictures) digests.push(digestBytes(await readPicture(picture)))
  const event: EnrolEvent = { action: 'answer-step', enrolmentId, step, digests }
  const answered = await onceMore(() => ask<StepAnswered>('enrol', event))
  return answered.step
}
