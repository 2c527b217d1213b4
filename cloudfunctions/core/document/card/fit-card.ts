import { type Point, type Projection, project } from '@nansha/shared/geometry/projection'
import { fitSimilarity } from '@nansha/shared/geometry/similarity'
import { CARD_ASPECT } from '@nansha/shared/identity-card'
import type { Anchor } from './choose-anchors'
import { looksLikeACard } from './looks-like-a-card'
import { solveLinear } from './solve-linear'

/** Fewer known points than this do not hold a card. */
const MIN_ANCHORS = 4
/** In widths of the card: an anchor this far off was misread or belongs to another paper. */
const OUTLIER = 0.08
const ITERATIONS = 12
/** How strongly the shape is held to a flat, undistorted one where the print does not say otherwise. */
const PERSPECTIVE_RIDGE = 0.05
const SHAPE_RIDGE = 0.002
/** A line's two ends at one height say more than a caption whose place differs a little from card to card. */
const LEVEL_WEIGHT = 4

/** Both ends of a line of print. All print on a card is level. */
export type Level = readonly [Point, Point]

/**
 * Fits the projection that carries photo pixels to shares of the card's width and height.
 *
 * @param anchors known points
 * @param levels longer lines of print
 * @returns undefined when too few anchors agree
 */
export function fitCard(anchors: readonly Anchor[], levels: readonly Level[]): Projection | undefined {
  if (anchors.length < MIN_ANCHORS) return undefined
  const frame = frameOf(anchors)
  let kept = anchors
  for (;;) {
    const fitted = fitFrame(kept.map(frame.anchor), levels.map(frame.level))
    const worst = kept.reduce(
      (far, anchor) => {
        const miss = missOf(fitted, frame.anchor(anchor))
        return miss > far.miss ? { anchor, miss } : far
      },
      { anchor: kept[0], miss: 0 },
    )
    if (worst.miss < OUTLIER) {
      const toCard = frame.restore(fitted)
      return looksLikeACard(toCard) ? toCard : undefined
    }
    kept = kept.filter((anchor) => anchor !== worst.anchor)
    if (kept.length < MIN_ANCHORS) return undefined
  }
}

const missOf = (m: Projection, { photo, card }: Anchor): number => {
  const [x, y] = project(m, photo)
  return Math.hypot(x - card[0], y - card[1])
}

/** Works in coordinates of order one: photo pixels around the anchors' middle, the card in units of its width. */
function frameOf(anchors: readonly Anchor[]) {
  const mean = (axis: 0 | 1) => anchors.reduce((sum, { photo }) => sum + photo[axis], 0) / anchors.length
  const [cx, cy] = [mean(0), mean(1)]
  const spread = Math.max(1, ...anchors.map(({ photo }) => Math.hypot(photo[0] - cx, photo[1] - cy)))
  const point = ([x, y]: Point): Point => [(x - cx) / spread, (y - cy) / spread]
  return {
    anchor: ({ photo, card }: Anchor): Anchor => ({
      photo: point(photo),
      card: [card[0], card[1] * CARD_ASPECT],
    }),
    level: ([p, q]: Level): Level => [point(p), point(q)],
    restore([a, b, c, d, e, f, g, h]: Projection): Projection {
      const k = 1 / spread
      const back = (p: number, q: number, r: number) => [p * k, q * k, r - (p * cx + q * cy) * k] as const
      const y = back(d / CARD_ASPECT, e / CARD_ASPECT, f / CARD_ASPECT)
      return [...back(a, b, c), ...y, ...back(g, h, 1)]
    },
  }
}

/** Gauss–Newton over the eight free cells, from the best similarity. */
function fitFrame(anchors: readonly Anchor[], levels: readonly Level[]): Projection {
  let cells = similarity(anchors)
  for (let i = 0; i < ITERATIONS; i++) {
    const start = residuals(cells, anchors, levels)
    const slopes = cells.map((value, k) => {
      const step = 1e-6
      const moved = residuals(
        cells.map((other, l) => (l === k ? value + step : other)),
        anchors,
        levels,
      )
      return moved.map((r, j) => (r - (start[j] ?? 0)) / step)
    })
    const normal = slopes.map((row, k) => [
      ...slopes.map((other, l) => dot(row, other) + (k === l ? 1e-9 : 0)),
      -dot(row, start),
    ])
    const change = solveLinear(normal)
    cells = cells.map((value, k) => value + (change[k] ?? 0))
  }
  return toProjection(cells)
}

const dot = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, value, i) => sum + value * (q[i] ?? 0), 0)

function toProjection([
  a = 0,
  b = 0,
  c = 0,
  d = 0,
  e = 0,
  f = 0,
  g = 0,
  h = 0,
]: readonly number[]): Projection {
  return [a, b, c, d, e, f, g, h, 1]
}

function residuals(cells: readonly number[], anchors: readonly Anchor[], levels: readonly Level[]): number[] {
  const m = toProjection(cells)
  const [a, b, , d, e, , g, h] = m
  return [
    ...anchors.flatMap(({ photo, card }) => {
      const [x, y] = project(m, photo)
      return [x - card[0], y - card[1]]
    }),
    ...levels.map(([p, q]) => LEVEL_WEIGHT * (project(m, p)[1] - project(m, q)[1])),
    PERSPECTIVE_RIDGE * g,
    PERSPECTIVE_RIDGE * h,
    SHAPE_RIDGE * (a - e),
    SHAPE_RIDGE * (b + d),
  ]
}

/** The cells of the projection that turns, scales and shifts, which is where the search begins. */
function similarity(anchors: readonly Anchor[]): number[] {
  const { a, b, tx, ty } = fitSimilarity(
    anchors.map(({ photo: [x, y] }) => ({ x, y })),
    anchors.map(({ card: [x, y] }) => ({ x, y })),
  )
  return [a, -b, tx, b, a, ty, 0, 0]
}
