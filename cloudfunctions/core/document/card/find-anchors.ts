import type { Point } from '@nansha/shared/geometry/projection'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { type TextLine, textOf } from '../text/recognise-text'
import {
  CAPTIONS,
  isPortraitLayout,
  type Layout,
  NUMBER_ENDS,
  type PortraitLayout,
  portraitLayoutOf,
} from './card-layout'
import { type Anchor, chooseAnchors } from './choose-anchors'

/** Finds the captions of one layout among the lines read, each once, and on the portrait side both ends of the number. */
export function findAnchors(lines: readonly TextLine[], layout: Layout): Anchor[] {
  const met = lines.flatMap((line) => {
    const captions = CAPTIONS[layout].flatMap(({ text, middle }) =>
      startsOf(text, line).map((start) => ({
        photo: glyphMiddle(line, start, start + text.length - 1),
        card: middle,
      })),
    )
    return isPortraitLayout(layout) ? [...captions, ...numberEnds(line, layout)] : captions
  })
  return chooseAnchors(met)
}

function startsOf(text: string, line: TextLine): number[] {
  const characters = line.glyphs.map(({ character }) => character)
  return characters.flatMap((_, start) =>
    [...text].every((character, i) => characters[start + i] === character) ? [start] : [],
  )
}

/** Numbers of foreigners stand on their own card alone. */
function numberEnds(line: TextLine, layout: PortraitLayout): Anchor[] {
  const length = line.glyphs.length
  const parsed = parseResidentNumber(textOf(line).slice(-18))
  if (!parsed.ok || portraitLayoutOf(parsed.number) !== layout) return []
  const [first, last] = NUMBER_ENDS[layout]
  return [
    { photo: glyphMiddle(line, length - 18, length - 18), card: first },
    { photo: glyphMiddle(line, length - 1, length - 1), card: last },
  ]
}

/** The middle between two characters of a line, on the line's middle. */
function glyphMiddle({ quad: [a, b, c, d], glyphs }: TextLine, first: number, last: number): Point {
  const at = ((glyphs[first]?.at ?? 0) + (glyphs[last]?.at ?? 1)) / 2
  const mix = (axis: 0 | 1) => ((a[axis] + d[axis]) * (1 - at) + (b[axis] + c[axis]) * at) / 2
  return [mix(0), mix(1)]
}
