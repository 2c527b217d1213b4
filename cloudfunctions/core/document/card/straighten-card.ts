import { invertProjection, type Point, type Projection } from '@nansha/shared/geometry/projection'
import { CARD_ASPECT } from '@nansha/shared/identity-card'
import type { Photo } from '../text/photo'
import { warpPhoto } from '../text/warp-photo'

/** Width of the straightened card, without its margin, in pixels: print stands about 40 pixels high. */
const CARD_WIDTH = 1120
/** Seen around the card, share of its width: the fit is good to a few hundredths. */
const MARGIN = 0.05

export interface StraightCard {
  readonly photo: Photo
  /** carries pixels of `photo` to shares of the card's width and height */
  readonly toCard: Projection
  /** carries pixels of `photo` to pixels of the photo that it was drawn from */
  readonly toSource: Projection
}

/** Draws the card upright and flat, with a little of its surroundings. */
export function straightenCard(photo: Photo, toCard: Projection): StraightCard {
  const corner: Point = [-MARGIN, -MARGIN / CARD_ASPECT]
  const pixel: Point = [1 / CARD_WIDTH, 1 / (CARD_WIDTH * CARD_ASPECT)]
  const width = Math.round(CARD_WIDTH * (1 + 2 * MARGIN))
  const height = Math.round(CARD_WIDTH * (CARD_ASPECT + 2 * MARGIN))
  const toSource = windowOnto(toCard, corner, pixel)
  return {
    photo: warpPhoto(photo, toSource, width, height),
    toSource,
    toCard: [pixel[0], 0, corner[0], 0, pixel[1], corner[1], 0, 0, 1],
  }
}

/**
 * Carries pixels of an upright window of the card to pixels of the photo.
 *
 * @param corner top left of the window, shares of the card
 * @param pixel width and height of the window's pixels, shares of the card
 */
export function windowOnto(toCard: Projection, corner: Point, pixel: Point): Projection {
  const [a, b, c, d, e, f, g, h, i] = invertProjection(toCard)
  const row = (p: number, q: number, r: number) =>
    [p * pixel[0], q * pixel[1], p * corner[0] + q * corner[1] + r] as const
  return [...row(a, b, c), ...row(d, e, f), ...row(g, h, i)]
}
