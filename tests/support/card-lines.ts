import type { CardLine } from '@nansha/core/document/card/card-line'

/** Width of a Chinese character and of a digit, shares of the card's width. */
const ADVANCE = 0.032
const DIGIT = 0.018

/** A line of print as the reader would have read it: `text` from `x` at height `y`; a `_` is a gap of one character. */
export function cardLine(text: string, x: number, y: number, probability = 0.99): CardLine {
  let at = x
  const glyphs = [...text].flatMap((character) => {
    const width = /[0-9A-Za-z.-]/.test(character) ? DIGIT : ADVANCE
    at += width
    return character === '_' ? [] : [{ character, probability, x: at - width / 2, y }]
  })
  return { glyphs, left: [x - 0.008, y], right: [at + 0.008, y], height: 0.062 }
}
