import { ETHNIC_GROUPS } from '@nansha/shared/ethnic-groups'
import { invertProjection, type Point, project } from '@nansha/shared/geometry/projection'
import { PORTRAIT } from '../card/card-layout'
import type { CardLine } from '../card/card-line'
import type { StraightCard } from '../card/straighten-card'
import { chooseText } from '../text/choose-text'
import type { Recogniser } from '../text/run-recogniser'
import type { Field } from './field'
import { splitCaptions } from './split-captions'

/** From the middle of the caption's last character to where the value's print may begin; widest value. Shares. */
const GAP = 0.028
const WIDTH = 0.2
const MARGIN = 0.008
const HEIGHT = 0.078
/** The net spells a candidate with certainty from this probability a character on. */
const SPELT = 0.35
/** Below this probability a character, the print is none of the candidates. */
const PLAUSIBLE = 0.02
/** 仫 is not in the net's dictionary, and 仫佬 reads as 仡佬: never certain. */
const INDISTINCT = ['仡佬', '仫佬']
const DOUBTFUL = 0.6

/**
 * Reads the ethnic group as one of the 56, at its place beside the caption on the straightened card.
 *
 * @returns undefined without its caption, and where what is printed is none of them
 */
export async function readEthnicity(
  recogniser: Recogniser,
  card: StraightCard,
  lines: readonly CardLine[],
): Promise<Field | undefined> {
  const caption = splitCaptions(lines, 'portrait').find((stretch) => stretch.caption === '民族')
  const last = caption?.glyphs.at(-1)
  if (!last) return undefined
  const toPhoto = invertProjection(card.toCard)
  const left = last.x + GAP
  const right = Math.min(PORTRAIT.left, rightEnd(lines, last, left) + MARGIN)
  const corner = (x: number, dy: number): Point => project(toPhoto, [x, last.y + dy])
  const box = {
    quad: [
      corner(left, -HEIGHT / 2),
      corner(right, -HEIGHT / 2),
      corner(right, HEIGHT / 2),
      corner(left, HEIGHT / 2),
    ] as const,
  }
  const { text, share, perCharacter } = await chooseText(recogniser, card.photo, box, ETHNIC_GROUPS)
  if (share < 0.5 || perCharacter < PLAUSIBLE) return undefined
  const certain = perCharacter > SPELT && !INDISTINCT.includes(text)
  return { value: text, confidence: certain ? share : Math.min(share, DOUBTFUL) }
}

/** Where print ends on the caption's row, whether or not the caption is part of the same line. */
function rightEnd(lines: readonly CardLine[], caption: { readonly y: number }, left: number): number {
  const ends = lines
    .filter(({ left: [, y] }) => Math.abs(y - caption.y) < HEIGHT / 2)
    .map(({ right: [x] }) => x)
    .filter((x) => x > left + 0.02 && x < left + WIDTH)
  return ends.length > 0 ? Math.max(...ends) : left + WIDTH / 2
}
