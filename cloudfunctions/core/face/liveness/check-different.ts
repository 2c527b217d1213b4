import { NanshaError } from '@nansha/shared/errors'
import type { Pixels } from '../pixels'
import { warp } from '../warp'
import { luminance } from './skin-chip'

const SIDE = 64
/** Mean difference of luminance that a living, breathing hand-held picture exceeds, and a recompressed copy does not. */
const MIN_DIFFERENCE = 1.2

/**
 * Refuses a capture in which one picture stands for several steps.
 * @throws NanshaError LIVENESS_STILL
 */
export function checkDifferent(frames: readonly { readonly picture: Pixels; readonly step: number }[]): void {
  const small = frames.map(({ picture, step }) => ({ step, grey: thumbnail(picture) }))
  small.forEach((a, i) => {
    for (const b of small.slice(i + 1)) {
      if (a.step !== b.step && difference(a.grey, b.grey) < MIN_DIFFERENCE) {
        throw new NanshaError('LIVENESS_STILL', { step: b.step })
      }
    }
  })
}

function thumbnail(picture: Pixels): Float64Array {
  const scale = SIDE / Math.max(picture.width, picture.height)
  return luminance(warp(picture, { a: scale, b: 0, tx: 0, ty: 0 }, SIDE, SIDE))
}

const difference = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] as number)), 0) / a.length
