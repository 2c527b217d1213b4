import { NanshaError } from '@nansha/shared/errors'
import { type Face, faceHeight } from '../find-faces'
import type { Pixels } from '../pixels'
import { checkCovered } from './covered'
import { CHIP_SIDE, meanAndDeviation, type SkinChip, skinChip } from './skin-chip'

/** From the brows to the chin, as a share of the picture's shorter side: an arm's length away. */
const MIN_HEIGHT = 0.2
const MIN_LUMINANCE = 38
/** Share of the face's pixels that are blown out. */
const MAX_BLOWN = 0.4
const BLOWN = 250
/** Energy of the finest details relative to the face's contrast; sharp faces have 4 and more, blurred ones below 1. */
const MIN_SHARPNESS = 1.5

/**
 * Checks that a frame shows its face large, whole, lit, sharp and uncovered. Limits were read off real photos and
 * their darkened, blurred and covered copies (tests/core/face/liveness/quality.test.ts).
 * @throws NanshaError FACE_TOO_SMALL, FACE_CUT_OFF, FACE_DARK, FACE_BRIGHT, FACE_BLURRED, FACE_COVERED
 */
export function checkQuality(picture: Pixels, face: Face, step: number): void {
  const chip = skinChip(picture, face)
  const { mean, deviation } = meanAndDeviation(chip.grey)
  if (faceHeight(face) < MIN_HEIGHT * Math.min(picture.width, picture.height)) {
    throw new NanshaError('FACE_TOO_SMALL', { step })
  }
  if (face.landmarks.some(({ x, y }) => x < 0 || y < 0 || x > picture.width || y > picture.height)) {
    throw new NanshaError('FACE_CUT_OFF', { step })
  }
  if (mean < MIN_LUMINANCE) throw new NanshaError('FACE_DARK', { step })
  if (blown(chip) > MAX_BLOWN) throw new NanshaError('FACE_BRIGHT', { step })
  if (sharpness(chip, deviation) < MIN_SHARPNESS) throw new NanshaError('FACE_BLURRED', { step })
  checkCovered(chip, face, step)
}

const blown = ({ grey }: SkinChip) => grey.filter((value) => value > BLOWN).length / grey.length

/** Variance of the Laplacian over the variance of the face, per cent. */
export function sharpness({ grey }: SkinChip, deviation: number): number {
  const laplacian: number[] = []
  for (let y = 1; y < CHIP_SIDE - 1; y++) {
    for (let x = 1; x < CHIP_SIDE - 1; x++) {
      const at = (dx: number, dy: number) => grey[(y + dy) * CHIP_SIDE + x + dx] as number
      laplacian.push(4 * at(0, 0) - at(-1, 0) - at(1, 0) - at(0, -1) - at(0, 1))
    }
  }
  return (100 * meanAndDeviation(Float64Array.from(laplacian)).deviation ** 2) / deviation ** 2
}
