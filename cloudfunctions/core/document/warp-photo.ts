import type { Photo } from './photo'
import { type Projection, project } from './projection'

/**
 * Draws a window onto a photo, bilinearly. Outside the photo its border pixels go on. When shrinking, each target
 * pixel averages a grid of samples, so that print does not alias.
 *
 * @param toPhoto carries target pixels to photo pixels
 */
export function warpPhoto(photo: Photo, toPhoto: Projection, width: number, height: number): Photo {
  const data = new Uint8Array(width * height * 3)
  const grid = samplesPerPixel(toPhoto, width, height)
  const share = 1 / (grid * grid)
  const sum = new Float64Array(3)
  for (let v = 0, at = 0; v < height; v++) {
    for (let u = 0; u < width; u++, at += 3) {
      sum.fill(0)
      for (let j = 0; j < grid; j++) {
        for (let i = 0; i < grid; i++) {
          const [x, y] = project(toPhoto, [u + (i + 0.5) / grid, v + (j + 0.5) / grid])
          addSample(photo, x - 0.5, y - 0.5, sum)
        }
      }
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((sum[c] ?? 0) * share)
    }
  }
  return { width, height, data }
}

function samplesPerPixel(toPhoto: Projection, width: number, height: number): number {
  const [x0, y0] = project(toPhoto, [width / 2, height / 2])
  const [x1, y1] = project(toPhoto, [width / 2, height / 2 + 1])
  return Math.min(3, Math.max(1, Math.round(Math.hypot(x1 - x0, y1 - y0))))
}

function addSample({ width, height, data }: Photo, x: number, y: number, sum: Float64Array): void {
  const px = Math.min(width - 1.001, Math.max(0, x))
  const py = Math.min(height - 1.001, Math.max(0, y))
  const left = Math.floor(px)
  const top = Math.floor(py)
  const fx = px - left
  const fy = py - top
  const corner = (top * width + left) * 3
  const below = corner + width * 3
  for (let c = 0; c < 3; c++) {
    const above = (data[corner + c] ?? 0) * (1 - fx) + (data[corner + 3 + c] ?? 0) * fx
    const under = (data[below + c] ?? 0) * (1 - fx) + (data[below + 3 + c] ?? 0) * fx
    sum[c] = (sum[c] ?? 0) + above * (1 - fy) + under * fy
  }
}
