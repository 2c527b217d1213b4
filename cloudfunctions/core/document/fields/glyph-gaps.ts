import type { CardGlyph } from '../card/card-line'
import type { Stretch } from './split-captions'

/** Widest space between neighbours when nothing is missing, in widths of one Chinese character. */
const WIDEST = { han: 1.6, digit: 0.95, mixed: 1.3, end: 1.5 }
/** Width of a Chinese character as a share of the height of its line's box, on a card of that shape. */
const ADVANCE_PER_HEIGHT = 0.47

const isHan = ({ character }: CardGlyph): boolean => /\p{Script=Han}/u.test(character)

/** Distance between Chinese neighbours, share of the card's width: the median, or a guess from the line's height. */
export function typicalAdvance(stretches: readonly Stretch[]): number {
  const advances = stretches
    .flatMap(({ glyphs }) =>
      glyphs.slice(1).flatMap((glyph, i) => {
        const before = glyphs[i]
        return before && isHan(before) && isHan(glyph) ? [glyph.x - before.x] : []
      }),
    )
    .sort((a, b) => a - b)
  const [first] = stretches
  if (advances.length < 3) return ADVANCE_PER_HEIGHT * (first?.height ?? 0)
  return advances[Math.floor(advances.length / 2)] ?? 0
}

/** Whether a hole in the line says that a character was passed over: the net blanks out what it does not know. */
export function dropsGlyph({ glyphs, start, end }: Stretch, advance: number): boolean {
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (!first || !last) return false
  if (first.x - start > WIDEST.end * advance || end - last.x > WIDEST.end * advance) return true
  return glyphs.slice(1).some((glyph, i) => {
    const before = glyphs[i]
    if (!before) return false
    const han = Number(isHan(before)) + Number(isHan(glyph))
    const widest = han === 2 ? WIDEST.han : han === 1 ? WIDEST.mixed : WIDEST.digit
    return glyph.x - before.x > widest * advance
  })
}
