import type { ReaderOptions } from 'zxing-wasm/reader'

/** One way to look at a picture. */
export interface Look {
  /** Larger pictures are scaled down to it, px. */
  readonly longestEdge: number
  readonly options: ReaderOptions
}

/** A phone's browser draws no canvas of more than 16,777,216 px; no photo of 4:3 is larger than this. */
const OWN_SIZE = 4729

/**
 * Looks taken in turn (measured, decision 112). Scaling down averages noise and blur away. A small or dense code needs the camera's own
 * resolution, at which the decoder's defaults do best.
 */
export const LOOKS: readonly Look[] = [
  { longestEdge: 640, options: { tryDenoise: true } },
  { longestEdge: 960, options: { tryDenoise: true } },
  { longestEdge: 480, options: { tryDenoise: true } },
  { longestEdge: OWN_SIZE, options: {} },
]
