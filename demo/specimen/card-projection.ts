import { invertProjection, type Projection } from '@nansha/shared/geometry/projection'
import { CARD_ASPECT } from '@nansha/shared/identity-card'

export interface CameraPose {
  /** size of the photo in pixels */
  width: number
  height: number
  /** how far the card is turned in its own plane, tipped backwards and swung sideways, in degrees */
  roll: number
  tilt: number
  swing: number
  /** width of the card as a share of the photo's longer side, were it square to the camera */
  fill: number
  /** middle of the card from the middle of the photo, as shares of the photo's width and height */
  offset: readonly [number, number]
}

/** Focal length over the photo's longer side: a phone's main camera. */
const FOCAL = 0.8

/**
 * Projection of a pinhole camera that looks at a card.
 *
 * @returns maps photo pixels to card shares: `(u, v, 1)` → `(x, y, 1)` up to scale, the card being 0…1 both ways
 */
export function photoToCard(pose: CameraPose): Projection {
  return invertProjection(cardToPhoto(pose))
}

/** The inverse of {@link photoToCard}. */
export function cardToPhoto({ width, height, roll, tilt, swing, fill, offset }: CameraPose): Projection {
  const [cr, sr] = turn(roll)
  const [ct, st] = turn(tilt)
  const [cs, ss] = turn(swing)
  const long = Math.max(width, height)
  const focal = FOCAL * long
  const depth = FOCAL / fill
  // Columns of Ry(swing)·Rx(tilt)·Rz(roll), the card's own x and y axes in camera space.
  const right = [cs * cr + ss * st * sr, ct * sr, -ss * cr + cs * st * sr] as const
  const down = [-cs * sr + ss * st * cr, ct * cr, ss * sr + cs * st * cr] as const
  const middle = [(offset[0] * width * depth) / focal, (offset[1] * height * depth) / focal, depth] as const
  const corner = middle.map((m, i) => m - 0.5 * (right[i] ?? 0) - 0.5 * CARD_ASPECT * (down[i] ?? 0))
  const [x0 = 0, y0 = 0, z0 = 0] = corner
  const row = (axis: 0 | 1, centre: number, origin: number) =>
    [
      focal * right[axis] + centre * right[2],
      (focal * down[axis] + centre * down[2]) * CARD_ASPECT,
      focal * origin + centre * z0,
    ] as const
  return [...row(0, width / 2, x0), ...row(1, height / 2, y0), right[2], down[2] * CARD_ASPECT, z0]
}

function turn(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180
  return [Math.cos(radians), Math.sin(radians)]
}
