import type { StraightCard } from '../card/straighten-card'
import { recogniseText, type TextLine, textOf } from '../text/recognise-text'
import type { Recogniser } from '../text/run-recogniser'

/** Lines of letters, among which the net takes one for a digit or a small one. */
const LETTERS = /^(?=.*[A-Za-z])[A-Za-z01|,.'’-]+$/
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ,.'-"

/** Reads the lines of Latin letters again as nothing but capitals, in which the names of foreigners are printed. */
export async function readCapitals(
  recogniser: Recogniser,
  { photo }: StraightCard,
  texts: readonly TextLine[],
): Promise<TextLine[]> {
  const boxes = texts.filter((line) => LETTERS.test(textOf(line)))
  const read = await recogniseText(recogniser, photo, boxes, CAPITALS)
  return [...texts.filter((line) => !boxes.includes(line)), ...read]
}
