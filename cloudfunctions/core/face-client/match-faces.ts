import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { CallFunction } from '../platform/call-function'

const Hashes = v.record(v.string(), v.string())

/** What the function `face` found; kept in the decision record, but for the portrait. */
const FaceMatch = v.object({
  decision: v.picklist(['match', 'refer', 'no-match']),
  score: v.number(),
  thresholds: v.record(v.string(), v.number()),
  models: Hashes,
  /** WebP of the live face, base64. */
  portrait: v.pipe(v.string(), v.minLength(1)),
})
export type FaceMatch = v.InferOutput<typeof FaceMatch>

const FaceAnswer = v.union([
  v.object({ ok: v.literal(true), ...FaceMatch.entries }),
  v.object({
    ok: v.literal(false),
    code: v.picklist([
      'FACE_NOT_FOUND',
      'FACE_MULTIPLE',
      'IMAGE_UNREADABLE',
      'IMAGE_TOO_LARGE',
      'IMAGE_MISSING',
    ]),
    which: v.picklist(['probe', 'reference']),
  }),
])

/** Why one of two photos could not be judged. */
export interface FaceFault {
  readonly code: Extract<v.InferOutput<typeof FaceAnswer>, { ok: false }>['code']
  readonly which: 'probe' | 'reference'
}

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
    const answered = await callFunction('face', { action: 'match', probe, reference }, TIMEOUT_MS).catch(
      () => null,
    )
    const answer = v.safeParse(FaceAnswer, answered)
    if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
    if (!answer.output.ok) return { ok: false, fault: answer.output }
    const { ok, ...match } = answer.output
    return { ok, match }
  }
}

/** A cold container loads its models first. */
const TIMEOUT_MS = 25_000
