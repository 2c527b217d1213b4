import { arcfaceChip } from '../chips'
import type { Face } from '../find-faces'
import type { Pixels } from '../pixels'

/** A face at a fixed size and place, for measuring light, sharpness and colour: 112×112. */
export interface SkinChip {
  readonly pixels: Pixels
  /** Luminance of each pixel, 0 … 255. */
  readonly grey: Float64Array
}

export const CHIP_SIDE = 112

export function skinChip(picture: Pixels, face: Face): SkinChip {
  const pixels = arcfaceChip(picture, face)
  return { pixels, grey: luminance(pixels) }
}

/** ITU-R BT.601 luma. */
export function luminance({ data }: Pixels): Float64Array {
  return Float64Array.from({ length: data.length / 3 }, (_, i) => {
    const [red, green, blue] = data.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number]
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
}

export function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / values.length) }
}
