/** Grey picture, one byte a pixel. */
export interface Picture {
  readonly size: number
  readonly pixels: Float32Array
}

/** What a camera may do to a code; each takes its strength from the size, so that 360 and 720 px are the same scene. */
export type Distortion = (picture: Picture, random: () => number) => Picture

/** Draws a code in the middle of a square, with its quiet zone, as a screen held to a camera. */
export function draw(modules: readonly (readonly boolean[])[], size: number): Picture {
  const pixels = new Float32Array(size * size).fill(235)
  const count = modules.length + 8
  const scale = (size * 0.9) / count
  const offset = size * 0.05
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const row = Math.floor((y - offset) / scale) - 4
      const column = Math.floor((x - offset) / scale) - 4
      if (modules[row]?.[column]) pixels[y * size + x] = 20
    }
  }
  return { size, pixels }
}

/** Out of focus: three box blurs are all but a Gaussian. @param sigma in pixels of a 360 px picture */
export const blur =
  (sigma: number): Distortion =>
  (picture) => {
    const radius = Math.max(1, Math.round((sigma * picture.size) / 360))
    return [1, 2, 3].reduce((blurred) => boxBlur(blurred, radius), picture)
  }

/** A dim room. @param amount standard deviation in grey levels */
export const noise =
  (amount: number): Distortion =>
  ({ size, pixels }, random) => ({
    size,
    pixels: pixels.map((grey) => grey + amount * (random() + random() + random() + random() - 2) * 1.73),
  })

/** A screen turned down in the sun. @param left how much of the contrast is left, 0 to 1 */
export const lowContrast =
  (left: number): Distortion =>
  ({ size, pixels }) => ({ size, pixels: pixels.map((grey) => 128 + (grey - 128) * left) })

/** A lamp on the glass: a bright spot somewhere on the code. */
export const glare: Distortion = ({ size, pixels }, random) => {
  const [cx, cy, radius] = [size * (0.25 + random() / 2), size * (0.25 + random() / 2), size * 0.16]
  return {
    size,
    pixels: pixels.map((grey, i) => {
      const distance = Math.hypot((i % size) - cx, Math.floor(i / size) - cy) / radius
      return grey + 200 * Math.exp(-distance * distance * 2)
    }),
  }
}

/** Held at an angle: the far edge is shorter. @param amount how much, as a part of the size */
export const perspective =
  (amount: number): Distortion =>
  ({ size, pixels }, random) => {
    const [lean, turn] = [amount * (0.5 + random()), (random() - 0.5) * 0.3]
    const result = new Float32Array(size * size).fill(235)
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const [u, v] = [x / size - 0.5, y / size - 0.5]
        const depth = 1 + lean * 2 * v
        const [px, py] = [u * depth * 1.15, v * (1 + lean) * depth * 1.15]
        const sx = Math.round((px * Math.cos(turn) - py * Math.sin(turn) + 0.5) * size)
        const sy = Math.round((px * Math.sin(turn) + py * Math.cos(turn) + 0.5) * size)
        if (sx >= 0 && sy >= 0 && sx < size && sy < size)
          result[y * size + x] = pixels[sy * size + sx] as number
      }
    }
    return { size, pixels: result }
  }

function boxBlur({ size, pixels }: Picture, radius: number): Picture {
  const across = pass(pixels, size, radius, 1, size)
  return { size, pixels: pass(across, size, radius, size, 1) }
}

/** Running mean along one axis. */
function pass(
  pixels: Float32Array,
  size: number,
  radius: number,
  step: number,
  lineStep: number,
): Float32Array {
  const result = new Float32Array(pixels.length)
  for (let line = 0; line < size; line++) {
    const at = (i: number) => line * lineStep + Math.min(size - 1, Math.max(0, i)) * step
    let sum = 0
    for (let i = -radius; i <= radius; i++) sum += pixels[at(i)] as number
    for (let i = 0; i < size; i++) {
      result[at(i)] = sum / (2 * radius + 1)
      sum += (pixels[at(i + radius + 1)] as number) - (pixels[at(i - radius)] as number)
    }
  }
  return result
}
