import type { Point } from '@nansha/shared/geometry/projection'
import { CARD_ASPECT } from '@nansha/shared/identity-card'

/** A point of the photo whose place on the card is known. */
export interface Anchor {
  readonly photo: Point
  /** shares of the card's width and height */
  readonly card: Point
}

/** How far from its place a caption may seem to be before the tilt is known, in widths of the card. */
const TOLERANCE = 0.12
/** Places of one caption that are looked at; a photo with more of them shows no card. */
const MOST_PLACES = 8

/**
 * Of a caption whose text was met in several places, as in an address, keeps the place that agrees best with the others:
 * any two anchors give a turn, scale and shift, and the one under which most captions lie where they should decides.
 */
export function chooseAnchors(anchors: readonly Anchor[]): Anchor[] {
  const captions = new Map<Point, Anchor[]>()
  for (const anchor of anchors) {
    const places = captions.get(anchor.card) ?? []
    if (places.length < MOST_PLACES) captions.set(anchor.card, [...places, anchor])
  }
  const groups = [...captions.values()]
  if (groups.every(({ length }) => length === 1)) return [...anchors]
  let best = { agreeing: 0, miss: Number.POSITIVE_INFINITY, chosen: groups.flatMap(([first]) => first ?? []) }
  for (const [a, b] of pairsOf(groups)) {
    const chosen = groups.flatMap((places) => nearest(places, similarity(a, b)) ?? [])
    const close = chosen.filter(({ miss }) => miss < TOLERANCE)
    const miss = close.reduce((sum, place) => sum + place.miss, 0)
    if (close.length > best.agreeing || (close.length === best.agreeing && miss < best.miss))
      best = { agreeing: close.length, miss, chosen: chosen.map(({ anchor }) => anchor) }
  }
  return best.chosen
}

function* pairsOf(groups: readonly (readonly Anchor[])[]): Generator<readonly [Anchor, Anchor]> {
  for (const [i, some] of groups.entries()) {
    for (const others of groups.slice(i + 1)) {
      for (const a of some) for (const b of others) yield [a, b]
    }
  }
}

type Carry = (point: Point) => Point

/** Carries the photo onto the card, in widths of the card, so that two anchors lie where they should. */
function similarity(a: Anchor, b: Anchor): Carry {
  const [from, to] = [difference(a.photo, b.photo), difference(inWidths(a.card), inWidths(b.card))]
  const norm = from[0] ** 2 + from[1] ** 2 || 1
  const [s, t] = [(from[0] * to[0] + from[1] * to[1]) / norm, (from[0] * to[1] - from[1] * to[0]) / norm]
  const [x0, y0] = inWidths(a.card)
  return (point) => {
    const [x, y] = difference(a.photo, point)
    return [x0 + s * x - t * y, y0 + t * x + s * y]
  }
}

function nearest(places: readonly Anchor[], carry: Carry) {
  return places
    .map((anchor) => ({
      anchor,
      miss: Math.hypot(...difference(carry(anchor.photo), inWidths(anchor.card))),
    }))
    .sort((a, b) => a.miss - b.miss)[0]
}

const inWidths = ([x, y]: Point): Point => [x, y * CARD_ASPECT]
const difference = (p: Point, q: Point): Point => [q[0] - p[0], q[1] - p[1]]
