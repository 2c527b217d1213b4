import calibration from './calibration.json'

/** What the two matchers say of one pair of faces, each on its own scale; larger is likelier the same person. */
export interface Similarities {
  /** Minus the Euclidean distance of face-api.js descriptors. */
  readonly faceApi: number
  /** Cosine of centred SFace embeddings. */
  readonly sface: number
}

export type Decision = 'match' | 'refer' | 'no-match'

export const THRESHOLDS: { readonly accept: number; readonly refer: number } = calibration.thresholds

/**
 * One score out of both: decimal log-odds that the pair shows one person, 0 where one and two people are equally
 * likely. The weights are chosen by `npm run calibrate:faces`; docs/decisions/022 says how.
 */
export function fuse({ faceApi, sface }: Similarities, weights = calibration.weights): number {
  return weights.bias + weights.faceApi * faceApi + weights.sface * sface
}

/** At or above `accept` the photos show one person; below `refer` they do not; between them a person must look. */
export function classifyScore(score: number): Decision {
  // A score that is not a number fails both comparisons.
  if (score >= THRESHOLDS.accept) return 'match'
  return score >= THRESHOLDS.refer ? 'refer' : 'no-match'
}
