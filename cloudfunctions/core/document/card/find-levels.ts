import type { Point } from '@nansha/shared/geometry/projection'
import type { TextLine } from '../text/recognise-text'
import type { Level } from './fit-card'

/** A line of fewer characters is too short to tell what is level. */
const LEVEL_GLYPHS = 3

/** The two ends of every longer line of print. */
export function findLevels(texts: readonly TextLine[]): Level[] {
  return texts
    .filter(({ glyphs }) => glyphs.length >= LEVEL_GLYPHS)
    .map(({ quad: [a, b, c, d] }) => [half(a, d), half(b, c)])
}

const half = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
