import type { FaceEngine } from './face-engine'
import { type Decision, decide, fuse, THRESHOLDS } from './fuse'
import { type Look, lookAt } from './look'
import { MODEL_HASHES } from './model-files'
import { cropPortrait } from './portrait'
import { compareTemplates, describeFace } from './templates'

/** Everything that the decision record keeps, and the portrait of the probe. */
export interface MatchResult {
  readonly decision: Decision
  /** Decimal log-odds that it is one person; to be held against the thresholds. */
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

/**
 * Compares the live photo with a reference: a photo of a whole ID card, a portrait crop or another photo.
 * @param probe encoded JPEG, PNG or WebP, at most 6 MB
 * @param reference likewise
 * @throws NanshaError what {@link lookAt} throws, with `which` photo it is about
 */
export async function matchPhotos(
  engine: FaceEngine,
  probe: Uint8Array,
  reference: Uint8Array,
): Promise<MatchResult> {
  return matchLook(engine, await lookAt(engine, probe, { which: 'probe' }), reference)
}

/** {@link matchPhotos} for a live photo that was already looked at. */
export async function matchLook(engine: FaceEngine, live: Look, reference: Uint8Array): Promise<MatchResult> {
  const known = await lookAt(engine, reference, { which: 'reference' })
  const similarities = compareTemplates(
    engine,
    await describeFace(engine, live.picture, live.face),
    await describeFace(engine, known.picture, known.face),
  )
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
