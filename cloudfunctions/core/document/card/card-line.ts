import { type Point, type Projection, project } from '@nansha/shared/geometry/projection'
import type { TextLine } from '../text/recognise-text'

/** A character and where it stands on the card; shares of the card's width and height. */
export interface CardGlyph {
  readonly character: string
  readonly probability: number
  readonly x: number
  readonly y: number
  /** A blank may stand before it, as between two words. */
  readonly opensWord?: true
}

/** A line of print on the card. */
export interface CardLine {
  readonly glyphs: readonly CardGlyph[]
  readonly left: Point
  readonly right: Point
  /** share of the card's height */
  readonly height: number
}

/** Carries lines from the photo onto the card. */
export function toCardLine({ quad: [a, b, c, d], glyphs }: TextLine, toCard: Projection): CardLine {
  const half = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
  const [start, end] = [half(a, d), half(b, c)]
  const [top, bottom] = [project(toCard, half(a, b)), project(toCard, half(d, c))]
  return {
    left: project(toCard, start),
    right: project(toCard, end),
    height: Math.abs(bottom[1] - top[1]),
    glyphs: glyphs.map(({ at, ...glyph }) => {
      const [x, y] = project(toCard, [
        start[0] + (end[0] - start[0]) * at,
        start[1] + (end[1] - start[1]) * at,
      ])
      return { ...glyph, x, y }
    }),
  }
}
