import type { Projection } from '@nansha/shared/geometry/projection'
import type { Photo } from '../text/photo'
import { warpPhoto } from '../text/warp-photo'
import { windowOnto } from './straighten-card'

const WIDTH = 128
const HEIGHT = 80
/** The channels of a black-and-white copy differ by the lamp's colour alone, which is the same everywhere. */
const COLOUR_SPREAD = 2.5

/** Whether a card has no colours of its own: resident ID cards have blue captions on a ground of several tints. */
export function looksCopied(photo: Photo, toCard: Projection): boolean {
  const { data } = warpPhoto(photo, windowOnto(toCard, [0, 0], [1 / WIDTH, 1 / HEIGHT]), WIDTH, HEIGHT)
  return Math.max(spread(data, 0, 1), spread(data, 2, 1)) < COLOUR_SPREAD
}

/** Standard deviation of the ratio of two channels, in grey levels of a pixel of 128. */
function spread(data: Uint8Array, channel: number, against: number): number {
  const ratios: number[] = []
  for (let at = 0; at < data.length; at += 3) {
    ratios.push((128 * ((data[at + channel] ?? 0) + 8)) / ((data[at + against] ?? 0) + 8))
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  return Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / ratios.length)
}
