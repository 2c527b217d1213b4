import { CARD_ASPECT } from './card-layout'
import type { Photo } from './photo'
import { invertProjection, type Projection } from './projection'
import { warpPhoto } from './warp-photo'

/** Width of the straightened card, without its margin, in pixels: print stands about 40 pixels high. */
const CARD_WIDTH = 1120
/** Seen around the card, share of its width: the fit is good to a few hundredths. */
const MARGIN = 0.05

export interface StraightCard {
  readonly photo: Photo
  /** carries pixels of `photo` to shares of the card's width and height */
  readonly toCard: Projection
}

/** Draws the card upright and flat, with a little of its surroundings. */
export function straightenCard(photo: Photo, toCard: Projection): StraightCard {
  const scale = 1 / CARD_WIDTH
  const scaleY = scale / CARD_ASPECT
  const marginY = MARGIN / CARD_ASPECT
  const window: Projection = [scale, 0, -MARGIN, 0, scaleY, -marginY, 0, 0, 1]
  const width = Math.round(CARD_WIDTH * (1 + 2 * MARGIN))
  const height = Math.round(CARD_WIDTH * (CARD_ASPECT + 2 * MARGIN))
  const toPhoto = multiply(invertProjection(toCard), window)
  return { photo: warpPhoto(photo, toPhoto, width, height), toCard: window }
}

function multiply(p: Projection, q: Projection): Projection {
  const cell = (row: number, column: number) =>
    [0, 1, 2].reduce((sum, k) => sum + (p[row * 3 + k] ?? 0) * (q[k * 3 + column] ?? 0), 0)
  return [
    cell(0, 0),
    cell(0, 1),
    cell(0, 2),
    cell(1, 0),
    cell(1, 1),
    cell(1, 2),
    cell(2, 0),
    cell(2, 1),
    cell(2, 2),
  ]
}
