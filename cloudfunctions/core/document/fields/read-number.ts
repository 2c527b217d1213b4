import { toCardLine } from '../card/card-line'
import type { StraightCard } from '../card/straighten-card'
import { recogniseText, type TextLine, textOf } from '../text/recognise-text'
import type { Recogniser } from '../text/run-recogniser'
import type { Field } from './field'
import { parseNumber } from './parse-number'
import { splitCaptions } from './split-captions'

/** Enough digits that the line is the number's, or a part of it. */
const MOSTLY_DIGITS = /^\D{0,8}(?:[0-9]\D{0,2}){8,}/

/** Reads the lines of many digits again as nothing but digits, for prints in which one looks like a letter. */
export async function readNumber(
  recogniser: Recogniser,
  { photo, toCard }: StraightCard,
  texts: readonly TextLine[],
): Promise<Field | undefined> {
  const boxes = texts.filter((line) => MOSTLY_DIGITS.test(textOf(line)))
  const lines = await recogniseText(recogniser, photo, boxes, '0123456789X')
  return parseNumber(
    splitCaptions(
      lines.map((line) => toCardLine(line, toCard)),
      'portrait',
    ),
  )?.field
}
