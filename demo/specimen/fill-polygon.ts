import type { Point, Raster } from './raster'

/**
 * Paints a polygon over a picture, in place.
 * @param colour red, green, blue, 0 … 255
 */
export function fillPolygon(
  { width, height, channels, data }: Raster,
  corners: readonly Point[],
  colour: readonly [number, number, number],
): void {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value))
  const [left, right] = [
    within(Math.floor(Math.min(...xs)), width),
    within(Math.ceil(Math.max(...xs)), width),
  ]
  const [top, bottom] = [
    within(Math.floor(Math.min(...ys)), height),
    within(Math.ceil(Math.max(...ys)), height),
  ]
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if (covers(corners, x + 0.5, y + 0.5)) data.set(colour, (y * width + x) * channels)
    }
  }
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function covers(corners: readonly Point[], x: number, y: number): boolean {
  let inside = false
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] as Point
    if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside
  })
  return inside
}
