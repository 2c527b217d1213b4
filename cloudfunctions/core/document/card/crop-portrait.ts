import { NanshaError } from '@nansha/shared/errors'
import {
  distance,
  invertProjection,
  type Point,
  type Projection,
  project,
} from '@nansha/shared/geometry/projection'
import sharp from 'sharp'
import type { Photo } from '../text/photo'
import { warpPhoto } from '../text/warp-photo'
import type { CardField } from './card-layout'
import { windowOnto } from './straighten-card'

/** Around the printed field, share of the card's width: the fit is good to a few hundredths, layouts differ. */
const MARGIN = 0.03
const WIDTH = 640
const HEIGHT = 800
/** Width of the portrait on the photo, in pixels: a face in it is half as wide, and no matcher does well below 45. */
const MIN_WIDTH = 90
/** Share of burnt-out pixels, and mean grey level, in the middle of the portrait, where the face is. */
const GLARE_SHARE = 0.15
const DARK = 25
const BURNT = 250

/**
 * Cuts the portrait out of the photo of a card, upright and enlarged at least twice for photos of ordinary size, so
 * that faces of 75 pixels are found.
 *
 * @param toCard carries photo pixels to shares of the card
 * @param field where the portrait is printed
 * @returns JPEG of 640 × 800 pixels
 * @throws NanshaError CARD_CUT_OFF, CARD_TOO_FAR, CARD_GLARE, CARD_TOO_DARK when the portrait is of no use
 */
export async function cropPortrait(photo: Photo, toCard: Projection, field: CardField): Promise<Buffer> {
  const toPhoto = invertProjection(toCard)
  const corners = cornersOf(field).map((corner) => project(toPhoto, corner))
  if (corners.some((corner) => isOutside(photo, corner))) throw new NanshaError('CARD_CUT_OFF')
  const [topLeft, topRight] = corners
  if (topLeft && topRight && distance(topLeft, topRight) < MIN_WIDTH) throw new NanshaError('CARD_TOO_FAR')
  const left = field.left - MARGIN
  const top = field.top - MARGIN
  const size = [field.right + MARGIN - left, field.bottom + MARGIN - top] as const
  const window = windowOnto(toCard, [left, top], [size[0] / WIDTH, size[1] / HEIGHT])
  const crop = warpPhoto(photo, window, WIDTH, HEIGHT)
  assertVisible(crop)
  return sharp(crop.data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer()
}

function cornersOf({ left, top, right, bottom }: CardField): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

function isOutside({ width, height }: Photo, [x, y]: Point): boolean {
  return x < 0 || y < 0 || x > width || y > height
}

function assertVisible({ data }: Photo): void {
  let [sum, burnt, seen] = [0, 0, 0]
  for (let y = Math.round(0.25 * HEIGHT); y < 0.65 * HEIGHT; y++) {
    for (let x = Math.round(0.3 * WIDTH); x < 0.7 * WIDTH; x++) {
      const at = (y * WIDTH + x) * 3
      const darkest = Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
      sum += data[at + 1] ?? 0
      if (darkest > BURNT) burnt++
      seen++
    }
  }
  if (sum / seen < DARK) throw new NanshaError('CARD_TOO_DARK')
  if (burnt / seen > GLARE_SHARE) throw new NanshaError('CARD_GLARE')
}
