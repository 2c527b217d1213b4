import { NanshaError } from '@nansha/shared/errors'
import { type Face, faceHeight, findFaces } from './find-faces'
import type { Nets } from './nets'
import type { Pixels } from './pixels'

/** A bystander counts as a second person from this share of the main face's height on. */
const BYSTANDER = 1 / 3

/**
 * The one face of a photo.
 * @param find finds them, largest first
 * @throws NanshaError FACE_NOT_FOUND, FACE_MULTIPLE
 */
export async function oneFace(nets: Nets, picture: Pixels, find = findFaces): Promise<Face> {
  const [main, second] = await find(nets, picture)
  if (!main) throw new NanshaError('FACE_NOT_FOUND')
  if (second && faceHeight(second) > faceHeight(main) * BYSTANDER) throw new NanshaError('FACE_MULTIPLE')
  return main
}
