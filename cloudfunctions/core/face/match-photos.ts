import { describe, euclidean } from './describe'
import { FaceError, type FaceErrorCode } from './face-error'
import type { Face } from './find-faces'
import { MODEL_HASHES } from './model-files'
import type { Nets } from './nets'
import { oneFace } from './one-face'
import type { Pixels } from './pixels'
import { cropPortrait } from './portrait'
import { readImage } from './read-image'
import { THRESHOLDS } from './thresholds'

export type Decision = 'match' | 'refer' | 'no-match'

/** Everything that the decision record keeps, and the portrait of the probe. */
export interface MatchResult {
  readonly decision: Decision
  /** 1 − distance: larger is likelier the same person. */
  readonly score: number
  /** Euclidean distance of the face-api.js descriptors, 0 … about 1.4. */
  readonly distance: number
  readonly thresholds: typeof THRESHOLDS
  /** SHA-256 of each model file that had a part in it. */
  readonly models: typeof MODEL_HASHES
  /** WebP, 240×320, at most 20 kB, base64. */
  readonly portrait: string
}

/** Which of the two photos an error is about: the live one or the one it is compared with. */
export type Which = 'probe' | 'reference'

/** A {@link FaceError} with the photo that it is about. */
export class MatchError extends Error {
  override readonly name = 'MatchError'
  constructor(
    readonly code: FaceErrorCode,
    readonly which: Which,
    cause: unknown,
  ) {
    super(`${which}: ${code}`, { cause })
  }
}

/**
 * Compares the live photo with a reference: a photo of a whole ID card, a portrait crop or another photo.
 * @param probe encoded JPEG, PNG or WebP, at most 6 MB
 * @param reference likewise
 * @throws MatchError when one of them cannot be judged
 */
export async function matchPhotos(
  nets: Nets,
  probe: Uint8Array,
  reference: Uint8Array,
): Promise<MatchResult> {
  const live = await lookAt(nets, probe, 'probe')
  const known = await lookAt(nets, reference, 'reference')
  const distance = euclidean(live.descriptor, known.descriptor)
  const portrait = await cropPortrait(live.picture, live.face)
  return {
    decision: decide(distance),
    score: 1 - distance,
    distance,
    thresholds: THRESHOLDS,
    models: MODEL_HASHES,
    portrait: portrait.toString('base64'),
  }
}

export function decide(distance: number): Decision {
  if (distance <= THRESHOLDS.accept) return 'match'
  // Written so that a distance that is not a number never passes.
  return distance <= THRESHOLDS.refer ? 'refer' : 'no-match'
}

interface Look {
  readonly picture: Pixels
  readonly face: Face
  readonly descriptor: Float32Array
}

async function lookAt(nets: Nets, bytes: Uint8Array, which: Which): Promise<Look> {
  try {
    const picture = await readImage(bytes)
    const face = await oneFace(nets, picture)
    return { picture, face, descriptor: await describe(nets, picture, face) }
  } catch (error) {
    throw error instanceof FaceError ? new MatchError(error.code, which, error) : error
  }
}
