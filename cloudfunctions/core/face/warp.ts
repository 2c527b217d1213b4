import type { Pixels } from './pixels'
import { apply, invert, type Similarity } from './similarity'

/**
 * Draws the picture through a similarity onto a new canvas: crops, turns and scales in one step, bilinearly.
 * Outside the picture its border pixels go on. When shrinking, each target pixel averages a grid of samples,
 * so that fine texture does not alias.
 * @param place carries picture coordinates to canvas coordinates
 */
export function warp(source: Pixels, place: Similarity, width: number, height: number): Pixels {
  const back = invert(place)
  const shrink = Math.hypot(back.a, back.b)
  const grid = Math.min(4, Math.max(1, Math.round(shrink)))
  const data = new Uint8Array(width * height * 3)
  const sum = new Float64Array(3)
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++, out += 3) {
      sum.fill(0)
      for (let j = 0; j < grid; j++) {
        for (let i = 0; i < grid; i++) {
          const at = apply(back, { x: x + (i + 0.5) / grid, y: y + (j + 0.5) / grid })
          addBilinear(source, at.x - 0.5, at.y - 0.5, sum)
        }
      }
      for (let c = 0; c < 3; c++) data[out + c] = Math.round((sum[c] as number) / (grid * grid))
    }
  }
  return { width, height, data }
}

function addBilinear({ width, height, data }: Pixels, x: number, y: number, sum: Float64Array): void {
  const cx = Math.min(width - 1, Math.max(0, x))
  const cy = Math.min(height - 1, Math.max(0, y))
  const x0 = Math.floor(cx)
  const y0 = Math.floor(cy)
  const x1 = Math.min(width - 1, x0 + 1)
  const y1 = Math.min(height - 1, y0 + 1)
  const fx = cx - x0
  const fy = cy - y0
  for (let c = 0; c < 3; c++) {
    const top = at(data, (y0 * width + x0) * 3 + c) * (1 - fx) + at(data, (y0 * width + x1) * 3 + c) * fx
    const bottom = at(data, (y1 * width + x0) * 3 + c) * (1 - fx) + at(data, (y1 * width + x1) * 3 + c) * fx
    sum[c] = (sum[c] as number) + top * (1 - fy) + bottom * fy
  }
}

const at = (data: Uint8Array, index: number): number => data[index] as number
