import { parseResidentNumber } from '@nansha/shared/resident-number'
import type { Point } from '../text/projection'
import { type TextLine, textOf } from '../text/recognise-text'
import { CAPTIONS, NUMBER_ENDS, type Side } from './card-layout'

/** A point of the photo whose place on the card is known. */
export interface Anchor {
  readonly photo: Point
  /** shares of the card's width and height */
  readonly card: Point
}

/** Finds the captions of one side among the lines read, and on the portrait side both ends of the number. */
export function findAnchors(lines: readonly TextLine[], side: Side): Anchor[] {
  return lines.flatMap((line) => {
    const anchors = CAPTIONS[side].flatMap(({ text, middle }) => {
      const start = textOf(line).indexOf(text)
      if (start < 0) return []
      return [{ photo: glyphMiddle(line, start, start + text.length - 1), card: middle }]
    })
    return side === 'portrait' ? [...anchors, ...numberEnds(line)] : anchors
  })
}

function numberEnds(line: TextLine): Anchor[] {
  const length = line.glyphs.length
  if (!parseResidentNumber(textOf(line).slice(-18)).ok) return []
  return [
    { photo: glyphMiddle(line, length - 18, length - 18), card: NUMBER_ENDS[0] },
    { photo: glyphMiddle(line, length - 1, length - 1), card: NUMBER_ENDS[1] },
  ]
}

/** The middle between two characters of a line, on the line's middle. */
function glyphMiddle({ quad: [a, b, c, d], glyphs }: TextLine, first: number, last: number): Point {
  const at = ((glyphs[first]?.at ?? 0) + (glyphs[last]?.at ?? 1)) / 2
  const mix = (axis: 0 | 1) => ((a[axis] + d[axis]) * (1 - at) + (b[axis] + c[axis]) * at) / 2
  return [mix(0), mix(1)]
}
