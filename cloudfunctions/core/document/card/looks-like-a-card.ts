import {
  distance,
  invertProjection,
  type Point,
  type Projection,
  project,
} from '@nansha/shared/geometry/projection'

/** Opposite edges of a card held at an angle differ by less than this. */
const MOST_PERSPECTIVE = 2.2
/** A card is 1.59 times as wide as high; tilting it away shrinks one of the two. */
const ASPECT = { least: 0.8, most: 3.2 }
const CORNERS: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

/** Whether a projection onto the card is one that a camera can make: not folded, not mirrored, not stretched. */
export function looksLikeACard(toCard: Projection): boolean {
  const toPhoto = invertProjection(toCard)
  const [a, b, c, d] = CORNERS.map((corner) => project(toPhoto, corner))
  if (!a || !b || !c || !d) return false
  const turnsRight = [turn(a, b, c), turn(b, c, d), turn(c, d, a), turn(d, a, b)].every((area) => area > 0)
  const [top, right, bottom, left] = [distance(a, b), distance(b, c), distance(c, d), distance(d, a)]
  const aspect = (top + bottom) / (left + right)
  return (
    turnsRight &&
    Math.max(ratio(top, bottom), ratio(left, right)) < MOST_PERSPECTIVE &&
    aspect > ASPECT.least &&
    aspect < ASPECT.most
  )
}

const ratio = (p: number, q: number): number => Math.max(p, q) / Math.min(p, q)

/** Twice the signed area of a triangle; positive when it is walked clockwise on a photo, whose y points down. */
const turn = (p: Point, q: Point, r: Point): number =>
  (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
