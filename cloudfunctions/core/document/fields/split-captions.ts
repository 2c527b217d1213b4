import { CARD_ASPECT } from '@nansha/shared/identity-card'
import { CAPTIONS, type Caption, type Layout } from '../card/card-layout'
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

/** How far from its place a caption can be read, in widths of the card: values begin further off than this. */
const REACH = 0.09
/** How far from its place a caption of which only half was read right is still one. */
const NEAR = { x: 0.03, y: 0.04 }
/** Between the characters of a caption; what stands further off is a value. */
const WIDEST_ADVANCE = 0.05

/** A caption as it was met: the line, its first character there, and how well it fits. */
interface Found {
  readonly caption: Caption
  readonly line: CardLine
  readonly at: number
  readonly isWhole: boolean
  /** from its place, in widths of the card */
  readonly miss: number
}

/**
 * Cuts lines at the captions of a layout: the detector often joins a caption with its value. A caption is told by its place
 * as well as by its text, once a side: the same word elsewhere, as in an address, is part of a value.
 */
export function splitCaptions(lines: readonly CardLine[], layout: Layout): Stretch[] {
  const found = CAPTIONS[layout].flatMap((caption) => nearest(lines, caption) ?? [])
  return lines.flatMap((line) => {
    const cuts = found.filter((one) => one.line === line).sort((a, b) => a.at - b.at)
    const stretches: Stretch[] = []
    let begun = 0
    for (const { caption, at } of cuts) {
      if (at < begun) continue
      const end = at + caption.text.length
      stretches.push(...stretch(line, begun, at), ...stretch(line, at, end, caption.text))
      begun = end
    }
    return [...stretches, ...stretch(line, begun, line.glyphs.length)]
  })
}

/**
 * @param stretches of lines that were cut by the same layout
 * @returns the height of a caption as it was met, or as it should be; share of the card's height
 */
export function heightOf(stretches: readonly Stretch[], layout: Layout, caption: string): number {
  const met = stretches.find((stretch) => stretch.caption === caption)
  return met?.y ?? CAPTIONS[layout].find(({ text }) => text === caption)?.middle[1] ?? 0
}

/** The best of all places where a caption may have been read: with all its characters, and then nearest to its own place. */
function nearest(lines: readonly CardLine[], caption: Caption): Found | undefined {
  return lines
    .flatMap((line) => line.glyphs.flatMap((_, at) => foundAt(line, at, caption) ?? []))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.miss - b.miss)[0]
}

function foundAt(line: CardLine, at: number, caption: Caption): Found | undefined {
  const { text, middle } = caption
  const window = line.glyphs.slice(at, at + text.length)
  const [first, last] = [window[0], window.at(-1)]
  if (!first || !last || window.length < text.length) return undefined
  const [dx, dy] = [(first.x + last.x) / 2 - middle[0], (first.y + last.y) / 2 - middle[1]]
  const miss = Math.hypot(dx, dy * CARD_ASPECT)
  const alike = window.filter(({ character }, i) => character === text[i]).length
  const isWhole = alike === text.length
  const isClose = last.x - first.x < WIDEST_ADVANCE * (text.length - 1)
  const isHalf = alike * 2 >= text.length && isClose && Math.abs(dx) < NEAR.x && Math.abs(dy) < NEAR.y
  return (isWhole && miss < REACH) || isHalf ? { caption, line, at, isWhole, miss } : undefined
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
