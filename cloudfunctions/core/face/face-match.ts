import * as v from 'valibot'

/** What the comparison of a live photo with a reference found; kept in the decision record, but for the portrait. */
export const FaceMatch = v.object({
  decision: v.picklist(['match', 'refer', 'no-match']),
  /** Decimal logarithm of the likelihood ratio that it is one person, of the mean of all live photos. */
  score: v.number(),
  /** The same of the single live photo that is least like the reference. */
  weakest: v.number(),
  /** Euclidean distance of the face-api.js descriptors, 0 … about 1.4. */
  distance: v.number(),
  /** Cosine of the SFace embeddings. */
  similarity: v.number(),
  thresholds: v.record(v.string(), v.number()),
  /** SHA-256 of each model file that had a part in it. */
  models: v.record(v.string(), v.string()),
  /** WebP of the live face, 240×320, at most 20 kB, base64. */
  portrait: v.pipe(v.string(), v.minLength(1)),
})
export type FaceMatch = v.InferOutput<typeof FaceMatch>
