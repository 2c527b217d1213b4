import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'
import { FACE_TIMEOUT_MS, FaceRefusal } from './face-answer'

const Hashes = v.record(v.string(), v.string())

/** What the function `face` found; kept in the decision record, but for the portrait. */
const FaceMatch = v.object({
  decision: v.picklist(['match', 'refer', 'no-match']),
  /** Decimal logarithm of the likelihood ratio. */
  score: v.number(),
  /** Euclidean, of the face-api.js descriptors. */
  distance: v.number(),
  /** Cosine, of the SFace embeddings. */
  similarity: v.number(),
  thresholds: v.record(v.string(), v.number()),
  models: Hashes,
  /** WebP of the live face, base64. */
  portrait: v.pipe(v.string(), v.minLength(1)),
})
export type FaceMatch = v.InferOutput<typeof FaceMatch>

const FaceAnswer = v.union([v.object({ ok: v.literal(true), ...FaceMatch.entries }), FaceRefusal])

/** Why one of two photos could not be judged. */
export type FaceFault = Pick<v.InferOutput<typeof FaceRefusal>, 'code' | 'which'>

/**
 * Compares a live photo with a reference, both stored files.
 *
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or none that we understand
 */
export type MatchFaces = (
  probe: string,
  reference: string,
) => Promise<
  { readonly ok: true; readonly match: FaceMatch } | { readonly ok: false; readonly fault: FaceFault }
>

/** {@link MatchFaces} by the function `face`. */
export function createMatchFaces(callFunction: CallFunction): MatchFaces {
  return async (probe, reference) => {
    const answered = await callFunction('face', { action: 'match', probe, reference }, FACE_TIMEOUT_MS).catch(
      () => null,
    )
    const answer = v.safeParse(FaceAnswer, answered)
    if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
    if (!answer.output.ok) return { ok: false, fault: answer.output }
    const { ok, ...match } = answer.output
    return { ok, match }
  }
}
