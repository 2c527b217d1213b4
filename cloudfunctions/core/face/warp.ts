import { invert, type Similarity } from '@nansha/shared/geometry/similarity'
import type { Pixels } from './pixels'

/**
 * Draws the picture through a similarity onto a new canvas: crops, turns and scales in one step, bilinearly.
 * Outside the picture its border pixels go on. When shrinking, each target pixel averages a grid of samples,
 * so that fine texture does not alias.
 * @param place carries picture coordinates to canvas coordinates
 */
export function warp(source: Pixels, place: Similarity, width: number, height: number): Pixels {
  const { a, b, tx, ty } = invert(place)
  const grid = Math.min(4, Math.max(1, Math.round(Math.hypot(a, b))))
  const data = new Uint8Array(width * height * 3)
  const sum = new Float64Array(3)
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++, out += 3) {
      sum.fill(0)
      // Numbers, not points: this runs millions of times a photo.
      for (let j = 0.5; j < grid; j++) {
        const v = y + j / grid
        for (let i = 0.5; i < grid; i++) {
          const u = x + i / grid
          addBilinear(source, a * u - b * v + tx - 0.5, b * u + a * v + ty - 0.5, sum)
        }
      }
      for (let c = 0; c < 3; c++) data[out + c] = (sum[c] as number) / (grid * grid) + 0.5
    }
  }
  return { width, height, data }
}

function addBilinear({ width, height, data }: Pixels, x: number, y: number, sum: Float64Array): void {
  const cx = Math.min(width - 1, Math.max(0, x))
  const cy = Math.min(height - 1, Math.max(0, y))
  const x0 = Math.floor(cx)
  const y0 = Math.floor(cy)
  const fx = cx - x0
  const fy = cy - y0
  const topLeft = (y0 * width + x0) * 3
  const right = x0 < width - 1 ? 3 : 0
  const down = y0 < height - 1 ? width * 3 : 0
  for (let c = 0; c < 3; c++) {
    const at = topLeft + c
    const above = (data[at] as number) * (1 - fx) + (data[at + right] as number) * fx
    const below = (data[at + down] as number) * (1 - fx) + (data[at + down + right] as number) * fx
    sum[c] = (sum[c] as number) + above * (1 - fy) + below * fy
  }
}
