import type { FaceEngine } from './face-engine'
import { FaceError, type FaceErrorCode } from './face-error'
import type { Face } from './find-faces'
import { type Decision, decide, fuse, THRESHOLDS } from './fuse'
import { MODEL_HASHES } from './model-files'
import { oneFace } from './one-face'
import type { Pixels } from './pixels'
import { cropPortrait } from './portrait'
import { readImage } from './read-image'
import { compareTemplates, describeFace, type FaceTemplate } from './templates'

/** Everything that the decision record keeps, and the portrait of the probe. */
export interface MatchResult {
  readonly decision: Decision
  /** Decimal logarithm of the likelihood ratio: 4 says ten thousand times likelier one person than two. */
  readonly score: number
  /** Euclidean distance of the face-api.js descriptors, 0 … about 1.4. */
  readonly distance: number
  /** Cosine of the SFace embeddings. */
  readonly similarity: number
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
  engine: FaceEngine,
  probe: Uint8Array,
  reference: Uint8Array,
): Promise<MatchResult> {
  const live = await lookAt(engine, probe, 'probe')
  const known = await lookAt(engine, reference, 'reference')
  const similarities = compareTemplates(engine, live.template, known.template)
  const score = fuse(similarities)
  const portrait = await cropPortrait(live.picture, live.face)
  return {
    decision: decide(score),
    score,
    distance: -similarities.faceApi,
    similarity: similarities.sface,
    thresholds: THRESHOLDS,
    models: MODEL_HASHES,
    portrait: portrait.toString('base64'),
  }
}

interface Look {
  readonly picture: Pixels
  readonly face: Face
  readonly template: FaceTemplate
}

async function lookAt(engine: FaceEngine, bytes: Uint8Array, which: Which): Promise<Look> {
  try {
    const picture = await readImage(bytes)
    const face = await oneFace(engine.nets, picture)
    return { picture, face, template: await describeFace(engine, picture, face) }
  } catch (error) {
    throw error instanceof FaceError ? new MatchError(error.code, which, error) : error
  }
}
