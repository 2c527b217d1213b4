import type { Distortion, Picture } from './camera'

/** @param grey of an empty picture, 0 to 255 */
export function empty(size: number, grey: number): Picture {
  return { size, pixels: new Float32Array(size * size).fill(grey) }
}

export interface Place {
  /** Of the upper left corner with its quiet zone, px. */
  readonly x: number
  readonly y: number
  /** With its quiet zone, px. */
  readonly side: number
}

export interface Ink {
  readonly light?: number
  readonly dark?: number
  /** Modules around the code. */
  readonly quiet?: number
  /** Draws dots in place of squares. */
  readonly isRound?: boolean
}

/** Draws a code into a picture. */
export function drawAt(
  { size, pixels }: Picture,
  modules: readonly (readonly boolean[])[],
  { x, y, side }: Place,
  { light = 235, dark = 20, quiet = 4, isRound = false }: Ink = {},
): Picture {
  const drawn = Float32Array.from(pixels)
  const scale = side / (modules.length + 2 * quiet)
  for (let row = Math.max(0, Math.round(y)); row < Math.min(size, y + side); row++) {
    for (let column = Math.max(0, Math.round(x)); column < Math.min(size, x + side); column++) {
      const [u, v] = [(column - x) / scale - quiet, (row - y) / scale - quiet]
      const isFilled = modules[Math.floor(v)]?.[Math.floor(u)] === true
      const isInDot = Math.hypot(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5) < 0.5
      drawn[row * size + column] = isFilled && (!isRound || isInDot) ? dark : light
    }
  }
  return { size, pixels: drawn }
}

export const mapPixels =
  (change: (grey: number) => number): Distortion =>
  ({ size, pixels }) => ({ size, pixels: pixels.map(change) })

/** Moves every pixel. @param from where the pixel at a place comes from; places as parts of the size, 0 to 1 */
export function warp(
  { size, pixels }: Picture,
  from: (u: number, v: number) => readonly [number, number],
): Picture {
  const result = new Float32Array(size * size).fill(150)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = from(x / size, y / size)
      const [sx, sy] = [Math.round(u * size), Math.round(v * size)]
      if (sx >= 0 && sy >= 0 && sx < size && sy < size)
        result[y * size + x] = pixels[sy * size + sx] as number
    }
  }
  return { size, pixels: result }
}

/** Adds to each pixel, or takes from it. @param amount of the place, as parts of the size */
export function shade(
  { size, pixels }: Picture,
  amount: (grey: number, u: number, v: number) => number,
): Picture {
  return {
    size,
    pixels: pixels.map((grey, i) => amount(grey, (i % size) / size, Math.floor(i / size) / size)),
  }
}

/** The camera moved while the shutter was open. @param length px */
export const smear =
  (length: number): Distortion =>
  ({ size, pixels }, random) => {
    const angle = random() * Math.PI
    const steps = Math.round(length)
    const shift = Array.from({ length: steps }, (_, step) => {
      const by = step - steps / 2
      return Math.round(by * Math.sin(angle)) * size + Math.round(by * Math.cos(angle))
    })
    return {
      size,
      pixels: pixels.map((grey, i) => shift.reduce((sum, by) => sum + (pixels[i + by] ?? grey), 0) / steps),
    }
  }

/** Lamps mirrored on glass, burnt out. */
export const spots =
  (count: number): Distortion =>
  (picture, random) => {
    const lamps = Array.from({ length: count }, () => ({
      x: 0.2 + random() * 0.6,
      y: 0.2 + random() * 0.6,
      radius: 0.012 + random() * 0.028,
    }))
    return shade(picture, (grey, u, v) => {
      const light = lamps.map(
        ({ x, y, radius }) => 300 * Math.exp(-(((u - x) ** 2 + (v - y) ** 2) / radius ** 2)),
      )
      return Math.min(255, grey + light.reduce((sum, one) => sum + one, 0))
    })
  }

/** Round a bottle or a pillar. @param bend of the half turn that is seen, below 1 */
export const cylinder =
  (bend: number): Distortion =>
  (picture) =>
    warp(picture, (u, v) => {
      const angle = Math.asin(Math.max(-1, Math.min(1, (u - 0.5) * 2 * bend)))
      return [0.5 + angle / 2 / Math.asin(bend), v + (Math.cos(angle) - 1) * 0.12]
    })

/** Lines through the code, light or dark. */
export const scratches =
  (count: number): Distortion =>
  (picture, random) => {
    const lines = Array.from({ length: count }, () => ({
      angle: random() * Math.PI,
      offset: (random() - 0.5) * 0.5,
      width: 0.002 + random() * 0.004,
      grey: random() < 0.5 ? 250 : 10,
    }))
    return shade(picture, (grey, u, v) => {
      const hit = lines.find(({ angle, offset, width }) => {
        const distance = (u - 0.5) * Math.cos(angle) + (v - 0.5) * Math.sin(angle) - offset
        return Math.abs(distance) < width
      })
      return hit ? hit.grey : grey
    })
  }

/** Round blots that cover what lies under them. */
export const stains =
  (count: number): Distortion =>
  (picture, random) => {
    const blots = Array.from({ length: count }, () => ({
      x: 0.3 + random() * 0.4,
      y: 0.3 + random() * 0.4,
      radius: 0.008 + random() * 0.02,
      grey: 60 + random() * 120,
    }))
    return shade(picture, (grey, u, v) => {
      const blot = blots.find(({ x, y, radius }) => Math.hypot(u - x, v - y) < radius)
      return blot ? blot.grey : grey
    })
  }

/** The gaps between the pixels of a screen. @param period px */
export const screenDoor =
  (period: number): Distortion =>
  ({ size, pixels }) => ({
    size,
    pixels: pixels.map((grey, i) => {
      const isGap = (i % size) % period === 0 || Math.floor(i / size) % period === 0
      return isGap ? grey * 0.55 : grey
    }),
  })

/** The bars of a screen that is drawn while the shutter is open. */
export const banding: Distortion = (picture, random) => {
  const [phase, bars] = [random() * 6.28, 3 + random() * 4]
  return shade(picture, (grey, _, v) => grey * (0.75 + 0.25 * Math.sin(phase + v * bars * 6.28)))
}

/** Held at any angle. */
export const turn: Distortion = (picture, random) => {
  const angle = random() * 2 * Math.PI
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return warp(picture, (u, v) => [
    0.5 + (u - 0.5) * cos - (v - 0.5) * sin,
    0.5 + (u - 0.5) * sin + (v - 0.5) * cos,
  ])
}

/** The edge of a hard shadow across the code. */
export const shadow: Distortion = (picture, random) => {
  const [angle, offset] = [random() * 2 * Math.PI, (random() - 0.5) * 0.2]
  return shade(picture, (grey, u, v) => {
    const isLit = (u - 0.5) * Math.cos(angle) + (v - 0.5) * Math.sin(angle) > offset
    return isLit ? grey : grey * 0.28
  })
}
