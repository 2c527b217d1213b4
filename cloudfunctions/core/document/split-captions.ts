import { CAPTIONS, type Side } from './card-layout'
import type { CardGlyph, CardLine } from './card-line'

/** A stretch of one line: a caption, or what was printed beside it. */
export interface Stretch {
  readonly caption: string | undefined
  readonly text: string
  readonly glyphs: readonly CardGlyph[]
  readonly x: number
  readonly y: number
  /** where the print begins and ends, as far as the line's box tells */
  readonly start: number
  readonly end: number
  /** height of the line, share of the card's height */
  readonly height: number
}

/** Cuts lines at the captions of a side: the detector often joins a caption with its value. */
export function splitCaptions(lines: readonly CardLine[], side: Side): Stretch[] {
  const captions = CAPTIONS[side].map(({ text }) => text)
  const pattern = new RegExp(`(${captions.join('|')})`)
  return lines.flatMap((line) => {
    let start = 0
    return line.glyphs
      .map(({ character }) => character)
      .join('')
      .split(pattern)
      .flatMap((text) => {
        const isFirst = start === 0
        const length = [...text].length
        const glyphs = line.glyphs.slice(start, start + length)
        start += length
        const [first, last] = [glyphs[0], glyphs.at(-1)]
        if (!first || !last) return []
        const caption = captions.includes(text) ? text : undefined
        return [
          {
            caption,
            text,
            glyphs,
            x: first.x,
            y: first.y,
            start: isFirst ? line.left[0] : first.x,
            end: start === line.glyphs.length ? line.right[0] : last.x,
            height: line.height,
          },
        ]
      })
  })
}
