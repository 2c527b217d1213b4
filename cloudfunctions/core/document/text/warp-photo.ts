import type { Projection } from '@nansha/shared/geometry/projection'
import type { Photo } from './photo'

/**
 * Draws a window onto a photo, bilinearly. Outside the photo its border pixels go on. When shrinking, each target
 * pixel averages a grid of samples, so that print does not alias.
 *
 * @param toPhoto carries target pixels to photo pixels
 */
export function warpPhoto(photo: Photo, toPhoto: Projection, width: number, height: number): Photo {
  const out = new Uint8Array(width * height * 3)
  const grid = samplesPerPixel(toPhoto, width, height)
  const share = 1 / (grid * grid)
  const [a, b, c, d, e, f, g, h, i] = toPhoto
  const { data } = photo
  const stride = photo.width * 3
  const [maxX, maxY] = [photo.width - 1.001, photo.height - 1.001]
  // Written flat, without a function or an array per sample: this loop runs over every pixel that is read.
  for (let v = 0, at = 0; v < height; v++) {
    for (let u = 0; u < width; u++, at += 3) {
      let [red, green, blue] = [0, 0, 0]
      for (let s = 0; s < grid * grid; s++) {
        const px = u + ((s % grid) + 0.5) / grid
        const py = v + (Math.floor(s / grid) + 0.5) / grid
        const w = g * px + h * py + i
        const x = Math.min(maxX, Math.max(0, (a * px + b * py + c) / w - 0.5))
        const y = Math.min(maxY, Math.max(0, (d * px + e * py + f) / w - 0.5))
        const left = Math.floor(x)
        const top = Math.floor(y)
        const [fx, fy] = [x - left, y - top]
        const [p, q, r, t] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy]
        const k = top * stride + left * 3
        const l = k + stride
        red += p * n(data[k]) + q * n(data[k + 3]) + r * n(data[l]) + t * n(data[l + 3])
        green += p * n(data[k + 1]) + q * n(data[k + 4]) + r * n(data[l + 1]) + t * n(data[l + 4])
        blue += p * n(data[k + 2]) + q * n(data[k + 5]) + r * n(data[l + 2]) + t * n(data[l + 5])
      }
      out[at] = red * share + 0.5
      out[at + 1] = green * share + 0.5
      out[at + 2] = blue * share + 0.5
    }
  }
  return { width, height, data: out }
}

/** An index inside the photo always has a byte; the type does not know. */
const n = (byte: number | undefined): number => byte as number

function samplesPerPixel([a, b, c, d, e, f, g, h, i]: Projection, width: number, height: number): number {
  const at = (x: number, y: number) => {
    const w = g * x + h * y + i
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w] as const
  }
  const [x0, y0] = at(width / 2, height / 2)
  const [x1, y1] = at(width / 2, height / 2 + 1)
  return Math.min(3, Math.max(1, Math.round(Math.hypot(x1 - x0, y1 - y0))))
}
