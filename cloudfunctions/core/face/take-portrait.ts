import type { FaceEngine } from './face-engine'
import { oneFace } from './one-face'
import { cropPortrait } from './portrait'
import { readImage } from './read-image'

/**
 * Cuts the portrait for desks out of a photo, comparing it with nothing and making no template: for people who chose the
 * counter instead of face recognition.
 *
 * @param photo encoded JPEG, PNG or WebP, at most 6 MB
 * @returns WebP
 * @throws FaceError when there is not one face in it
 */
export async function takePortrait({ nets }: FaceEngine, photo: Uint8Array): Promise<Buffer> {
  const picture = await readImage(photo)
  return cropPortrait(picture, await oneFace(nets, picture))
}
