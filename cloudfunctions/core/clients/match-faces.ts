import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'
import { callFace, type FaceFault } from './face-answer'

/** What the function `face` found; kept in the decision record, but for the portrait. */
export const FaceMatch = v.object({
  decision: v.picklist(['match', 'refer', 'no-match']),
  /** Decimal logarithm of the likelihood ratio. */
  score: v.number(),
  /** Euclidean, of the face-api.js descriptors. */
  distance: v.number(),
  /** Cosine, of the SFace embeddings. */
  similarity: v.number(),
  thresholds: v.record(v.string(), v.number()),
  /** SHA-256 of each model file. */
  models: v.record(v.string(), v.string()),
  /** WebP of the live face, base64. */
  portrait: v.pipe(v.string(), v.minLength(1)),
})
export type FaceMatch = v.InferOutput<typeof FaceMatch>

/**
 * Compares a live photo with a reference, both stored files.
 *
 * @param digests `photoDigest` of either, if it must be the very photo that was looked at before
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or none that we understand
 */
export type MatchFaces = (
  probe: string,
  reference: string,
  digests?: { readonly probeDigest?: string; readonly referenceDigest?: string },
) => Promise<
  { readonly ok: true; readonly match: FaceMatch } | { readonly ok: false; readonly fault: FaceFault }
>

/** {@link MatchFaces} by the function `face`. */
export function createMatchFaces(callFunction: CallFunction): MatchFaces {
  return async (probe, reference, digests) => {
    const answer = await callFace(callFunction, { action: 'match', probe, reference, ...digests }, FaceMatch)
    return answer.ok ? { ok: true, match: answer.found } : answer
  }
}
