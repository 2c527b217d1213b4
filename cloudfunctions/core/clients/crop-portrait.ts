import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'
import { callFace, wordFaceFault } from './face-answer'

const Portrait = v.object({ portrait: v.pipe(v.string(), v.minLength(1)) })

/**
 * Cuts the portrait out of a stored photo; compares it with nothing.
 *
 * @param digest `photoDigest` of the photo that was seen: one that was exchanged since counts as missing
 * @returns WebP
 * @throws NanshaError FACE_…, IMAGE_…, SERVICE_UNAVAILABLE
 */
export type CropPortrait = (photo: string, digest: string) => Promise<Buffer>

/** {@link CropPortrait} by the function `face`. */
export function createCropPortrait(callFunction: CallFunction): CropPortrait {
  return async (photo, digest) => {
    const { portrait } = await callFace(callFunction, { action: 'portrait', photo, digest }, Portrait).catch(
      wordFaceFault(({ code }) => new NanshaError(code, { which: 'portrait' })),
    )
    return Buffer.from(portrait, 'base64')
  }
}
