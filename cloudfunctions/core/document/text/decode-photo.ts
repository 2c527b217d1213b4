import { NanshaError } from '@nansha/shared/errors'
import { decodePhoto as decode } from '../../image/decode-photo'
import type { Photo } from './photo'

const MIN_SIDE = 200
/** Longest side, in pixels, that reading works on: print stays legible on a card that fills a third of the photo. */
const WORKING_SIDE = 2400

/**
 * Decodes a photo of a card, at most 2400 pixels on its longer side and at least 200 on its shorter one.
 *
 * @throws NanshaError IMAGE_TOO_LARGE, IMAGE_UNREADABLE
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Photo> {
  const photo = await decode(bytes, WORKING_SIDE)
  if (Math.min(photo.width, photo.height) < MIN_SIDE) throw new NanshaError('IMAGE_UNREADABLE')
  return photo
}
