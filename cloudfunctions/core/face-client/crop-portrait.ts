import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'
import { FACE_TIMEOUT_MS, FaceRefusal } from './face-answer'

const PortraitAnswer = v.union([
  v.object({ ok: v.literal(true), portrait: v.pipe(v.string(), v.minLength(1)) }),
  FaceRefusal,
])

/**
 * Cuts the portrait out of a stored photo; compares it with nothing.
 *
 * @returns WebP
 * @throws NanshaError FACE_…, IMAGE_…, SERVICE_UNAVAILABLE
 */
export type CropPortrait = (photo: string) => Promise<Buffer>

/** {@link CropPortrait} by the function `face`. */
export function createCropPortrait(callFunction: CallFunction): CropPortrait {
  return async (photo) => {
    const answered = await callFunction('face', { action: 'portrait', photo }, FACE_TIMEOUT_MS).catch(
      () => null,
    )
    const answer = v.safeParse(PortraitAnswer, answered)
    if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
    if (!answer.output.ok) throw new NanshaError(answer.output.code, { which: 'portrait' })
    return Buffer.from(answer.output.portrait, 'base64')
  }
}
