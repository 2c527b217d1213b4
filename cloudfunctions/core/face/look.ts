import { NanshaError } from '@nansha/shared/errors'
import type { FaceEngine } from './face-engine'
import { type Face, findFaces } from './find-faces'
import { oneFace } from './one-face'
import type { Pixels } from './pixels'
import { readImage } from './read-image'

/** A photo and the one face on it. */
export interface Look {
  readonly picture: Pixels
  readonly face: Face
}

/**
 * Decodes a photo and finds its one face.
 * @param bytes encoded JPEG, PNG or WebP, at most 6 MB
 * @param which names the photo in an error: `{ which: 'probe' }`, `{ step: 2 }`
 * @param find finds the faces; on photos that may lie on their side when left out
 * @throws NanshaError IMAGE_UNREADABLE, IMAGE_TOO_LARGE, FACE_NOT_FOUND, FACE_MULTIPLE
 */
export async function lookAt(
  { nets }: FaceEngine,
  bytes: Uint8Array,
  which: Readonly<Record<string, string | number>>,
  find = findFaces,
): Promise<Look> {
  try {
    const picture = await readImage(bytes)
    return { picture, face: await oneFace(nets, picture, find) }
  } catch (error) {
    throw error instanceof NanshaError ? new NanshaError(error.code, which) : error
  }
}
