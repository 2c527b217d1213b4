import { CAPTIONS, type Caption, type Side } from '../card/card-layout'
import type { CardGlyph, CardLine } from '../card/card-line'

/** A stretch of one line: a caption, or what was printed beside it. */
export interface Stretch {
  readonly caption: string | undefined
  readonly text: string
  readonly glyphs: readonly CardGlyph[]
  /** middle of the first character; shares of the card */
  readonly x: number
  readonly y: number
  /** where the print begins and ends, as far as the line's box tells */
  readonly start: number
  readonly end: number
  /** height of the line, share of the card's height */
  readonly height: number
}

/** How far from its place a caption of which only half was read right is still one. */
const NEAR = { x: 0.03, y: 0.04 }
/** Between the characters of a caption; what stands further off is a value. */
const WIDEST_ADVANCE = 0.05

/** Cuts lines at the captions of a side: the detector often joins a caption with its value. */
export function splitCaptions(lines: readonly CardLine[], side: Side): Stretch[] {
  return lines.flatMap((line) => {
    const stretches: Stretch[] = []
    let begun = 0
    for (let at = 0; at < line.glyphs.length; at++) {
      const caption = CAPTIONS[side].find((candidate) => standsAt(line.glyphs, at, candidate))
      if (!caption) continue
      stretches.push(
        ...stretch(line, begun, at),
        ...stretch(line, at, at + caption.text.length, caption.text),
      )
      begun = at + caption.text.length
      at = begun - 1
    }
    return [...stretches, ...stretch(line, begun, line.glyphs.length)]
  })
}

function standsAt(glyphs: readonly CardGlyph[], at: number, { text, middle }: Caption): boolean {
  const window = glyphs.slice(at, at + text.length)
  const [first, last] = [window[0], window.at(-1)]
  if (!first || !last || window.length < text.length) return false
  const alike = window.filter(({ character }, i) => character === text[i]).length
  if (alike === text.length) return true
  const near = Math.abs((first.x + last.x) / 2 - middle[0]) < NEAR.x && Math.abs(first.y - middle[1]) < NEAR.y
  const closeTogether = last.x - first.x < WIDEST_ADVANCE * (text.length - 1)
  return near && closeTogether && alike * 2 >= text.length
}

function stretch(line: CardLine, from: number, to: number, caption?: string): Stretch[] {
  const glyphs = line.glyphs.slice(from, to)
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (!first || !last) return []
  return [
    {
      caption,
      text: caption ?? glyphs.map(({ character }) => character).join(''),
      glyphs,
      x: first.x,
      y: first.y,
      start: from === 0 ? line.left[0] : first.x,
      end: to === line.glyphs.length ? line.right[0] : last.x,
      height: line.height,
    },
  ]
}
