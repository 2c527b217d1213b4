import { decodePhoto } from '../image/decode-photo'
import type { Pixels } from './pixels'

/** Longest side, in pixels, that the nets work on. */
export const WORKING_SIDE = 1600

/**
 * Decodes a photo for the nets, at most {@link WORKING_SIDE} pixels on its longer side.
 *
 * @throws NanshaError IMAGE_TOO_LARGE, IMAGE_UNREADABLE
 */
export function readImage(bytes: Uint8Array): Promise<Pixels> {
  return decodePhoto(bytes, WORKING_SIDE)
}
