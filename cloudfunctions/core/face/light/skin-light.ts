import { arcfaceChip } from '../chips'
import type { Look } from '../look'
import type { Pixels } from '../pixels'

/** Light in the three channels of a camera, linear: twice the number is twice the light. */
export type Light = readonly [red: number, green: number, blue: number]

/** Middles of bare skin on a 112×112 chip: forehead, both cheeks, the bridge and both sides of the nose. */
const SKIN = [
  [56, 32],
  [33, 75],
  [79, 75],
  [56, 58],
  [46, 70],
  [66, 70],
] as const
/** Half the width and height of each patch, pixels. */
const REACH = { x: 5, y: 4 }

/** The mean light that comes from the bare skin of a face. */
export function skinLight({ picture, face }: Look): Light {
  const chip = arcfaceChip(picture, face)
  const sum: [number, number, number] = [0, 0, 0]
  for (const [x, y] of SKIN) {
    const patch = patchLight(chip, x, y)
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (patch[c] as number) / SKIN.length
  }
  return sum
}

function patchLight({ width, data }: Pixels, cx: number, cy: number): number[] {
  const sum = [0, 0, 0]
  for (let y = cy - REACH.y; y <= cy + REACH.y; y++) {
    for (let x = cx - REACH.x; x <= cx + REACH.x; x++) {
      for (let c = 0; c < 3; c++)
        sum[c] = (sum[c] as number) + (LINEAR[data[(y * width + x) * 3 + c] as number] as number)
    }
  }
  return sum.map((total) => total / ((2 * REACH.x + 1) * (2 * REACH.y + 1)))
}

/** Linear light of each value of a pixel (IEC 61966-2-1, sRGB). */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})
