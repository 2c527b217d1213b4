import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'
import { callFace, type FaceFault } from './face-answer'

/** What the function `face` found; kept in the decision record, but for the portrait. */
export const FaceMatch = v.object({
  decision: v.picklist(['match', 'refer', 'no-match']),
  /** Decimal logarithm of the likelihood ratio, of the mean of all live photos. */
  score: v.number(),
  /** The same of the live photo that is least like the reference. */
  weakest: v.number(),
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

/** A stored file with the `photoDigest` of the bytes that count. Other bytes in its place count as missing. */
export interface StoredPhoto {
  readonly fileId: string
  readonly digest?: string
}

/**
 * Compares live photos of one person with a reference, all stored files.
 *
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or an unknown one
 */
export type MatchFaces = (
  probes: readonly StoredPhoto[],
  reference: StoredPhoto,
) => Promise<
  { readonly ok: true; readonly match: FaceMatch } | { readonly ok: false; readonly fault: FaceFault }
>

/** {@link MatchFaces} by the function `face`. */
export function createMatchFaces(callFunction: CallFunction): MatchFaces {
  return async (probes, reference) => {
    const answer = await callFace(callFunction, { action: 'match', probes, reference }, FaceMatch)
    return answer.ok ? { ok: true, match: answer.found } : answer
  }
}
