import { NanshaError } from '@nansha/shared/errors'
import type { Face } from '../find-faces'
import { CHIP_SIDE, meanAndDeviation, type SkinChip } from './skin-chip'

/** Centres of bare skin on a 112×112 chip: forehead and cheeks, then what a mask or a hand hides. */
const FOREHEAD = [56, 32] as const
const CHEEKS = [
  [33, 75],
  [79, 75],
] as const
const LOWER = [
  [56, 66],
  [56, 82],
  [56, 104],
  [38, 96],
  [74, 96],
] as const
const EYES = [
  [38, 52],
  [74, 52],
] as const

/** A face of which the detector is less sure than this is half hidden. */
const MIN_SCORE = 0.4
/** So many of eight patches must have the hue of skin (more red than green), unless the light is coloured. */
const MIN_SKIN = 5
/** How far the colour of the lower face may be from the forehead's, as a share of all light. */
const MAX_DRIFT = 0.1
/** Contrast of an eye: what lies behind dark glasses has next to none. */
const MIN_EYE_CONTRAST = 0.11

/** @throws NanshaError FACE_COVERED for a masked, scarfed or otherwise half hidden face */
export function checkCovered(chip: SkinChip, face: Face, step: number): void {
  const forehead = hue(chip, FOREHEAD)
  const lower = LOWER.map((centre) => hue(chip, centre))
  const patches = [forehead, ...CHEEKS.map((centre) => hue(chip, centre)), ...lower]
  const skin = patches.filter(({ red, green }) => red > 0.36 && red - green > 0.03).length
  const foreheadIsSkin = forehead.red - forehead.green > 0.03
  const drift = lower
    .map(({ red, green }) => Math.hypot(red - forehead.red, green - forehead.green))
    .sort((a, b) => a - b)[2] as number
  if (face.score < MIN_SCORE || drift > MAX_DRIFT || (foreheadIsSkin && skin < MIN_SKIN)) {
    throw new NanshaError('FACE_COVERED', { step })
  }
}

/** @throws NanshaError FACE_COVERED when one of the eyes cannot be seen; for frames in which they should be open */
export function checkEyesVisible({ grey }: SkinChip, step: number): void {
  for (const [cx, cy] of EYES) {
    const values: number[] = []
    for (let y = cy - 6; y < cy + 6; y++) {
      for (let x = cx - 7; x <= cx + 7; x++) values.push(grey[y * CHIP_SIDE + x] as number)
    }
    const { mean, deviation } = meanAndDeviation(Float64Array.from(values))
    if (deviation / mean < MIN_EYE_CONTRAST) throw new NanshaError('FACE_COVERED', { step })
  }
}

/** Mean shares of red and green in the light of a 9×7 patch. */
function hue({ pixels }: SkinChip, [cx, cy]: readonly [number, number]): { red: number; green: number } {
  const sum = [0, 0, 0]
  for (let y = cy - 3; y <= cy + 3; y++) {
    for (let x = cx - 4; x <= cx + 4; x++) {
      for (let c = 0; c < 3; c++)
        sum[c] = (sum[c] as number) + (pixels.data[(y * CHIP_SIDE + x) * 3 + c] as number)
    }
  }
  const [red, green, blue] = sum as [number, number, number]
  const all = red + green + blue + 1
  return { red: red / all, green: green / all }
}
