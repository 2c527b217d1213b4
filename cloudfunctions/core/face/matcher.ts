import type { Face } from './find-faces'
import type { Pixels } from './pixels'

/** Tells people apart by their faces. Two of them have a part in every decision; see fuse.ts. */
export interface Matcher {
  readonly name: MatcherName
  /** What it remembers of a face: numbers of a fixed count, comparable only with its own. Personal data. */
  describe(picture: Pixels, face: Face): Promise<Float32Array>
  /** How alike two descriptions are; larger is likelier the same person. The scale is the matcher's own. */
  compare(a: Float32Array, b: Float32Array): number
}

export type MatcherName = 'face-api.js' | 'sface'
