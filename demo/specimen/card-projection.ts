/** Row-major 3 × 3 matrix. */
export type Matrix = readonly [number, number, number, number, number, number, number, number, number]

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

/** Height of an ID-1 card when its width is 1. */
export const CARD_ASPECT = 53.98 / 85.6
/** Focal length over the photo's longer side: a phone's main camera. */
const FOCAL = 0.8

/**
 * Projection of a pinhole camera that looks at a card.
 *
 * @returns maps photo pixels to card shares: `(u, v, 1)` → `(x, y, 1)` up to scale, the card being 0…1 both ways
 */
export function photoToCard(pose: CameraPose): Matrix {
  return invert(cardToPhoto(pose))
}

/** The inverse of {@link photoToCard}. */
export function cardToPhoto({ width, height, roll, tilt, swing, fill, offset }: CameraPose): Matrix {
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

export function project(m: Matrix, x: number, y: number): [number, number] {
  const w = m[6] * x + m[7] * y + m[8]
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
}

function turn(degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180
  return [Math.cos(radians), Math.sin(radians)]
}

/** The adjugate: the scale of a projection does not matter. */
function invert([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
