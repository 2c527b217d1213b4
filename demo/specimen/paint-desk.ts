import { between, type Random } from './seeded-random'

export type Desk = 'wood' | 'paper' | 'cloth' | 'dark'

const INKS: Record<Desk, readonly [number, number, number]> = {
  wood: [150, 108, 70],
  paper: [232, 230, 224],
  cloth: [96, 118, 132],
  dark: [34, 34, 38],
}

/** What the card lies on: RGB pixels, three bytes each, row by row. */
export function paintDesk(desk: Desk, width: number, height: number, random: Random): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 3)
  const [r, g, b] = INKS[desk]
  const angle = between(random, 0, Math.PI)
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const phase = between(random, 0, 10)
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const tone = grain(desk, (u * dx + v * dy) / width, (v * dx - u * dy) / width, phase)
      const at = (v * width + u) * 3
      pixels[at] = r + tone
      pixels[at + 1] = g + tone
      pixels[at + 2] = b + tone
    }
  }
  return pixels
}

function grain(desk: Desk, along: number, across: number, phase: number): number {
  if (desk === 'wood')
    return 18 * Math.sin(90 * across + 4 * Math.sin(9 * along + phase)) + 12 * Math.sin(31 * across)
  if (desk === 'cloth') return 14 * Math.sin(420 * along) * Math.sin(420 * across)
  return 8 * Math.sin(3 * along + phase) + 6 * Math.sin(5 * across)
}
