import { PORTRAIT } from '../card/card-layout'
import { type Field, fieldOf } from './field'
import { dropsGlyph, typicalAdvance } from './glyph-gaps'
import { ROW } from './parse-number'
import type { Stretch } from './split-captions'

/** Where values begin, and how far a row may be out of line with the first; shares of the card's width. */
const VALUE_LEFT = { least: 0.135, most: 0.27 }
const INDENT = 0.035
/** Between two rows of an address, share of the card's height. */
const PITCH = { least: 0.045, most: 0.115 }
/** What is stamped on specimens and copies; never part of an address. */
const STAMP = /样本|样张|样例|仅供|测试|复印|SPECIMEN|SAMPLE|TEST|VOID|COPY/i
/** Confidence when print was left out that may belong to the address, or a character seems to be missing. */
const DOUBTFUL = 0.5

/** Where the rows stand, for a look below the last; shares of the card's width and height. */
export interface AddressRows {
  /** middle of the first character of the rows */
  readonly left: number
  /** middle of the last row */
  readonly bottom: number
  /** from one row to the next */
  readonly pitch: number
  /** from one Chinese character to the next */
  readonly advance: number
}

export interface Address extends Field {
  readonly rows: AddressRows
}

/** Between rows when there is only one. */
const USUAL_PITCH = 0.083

/**
 * Joins the rows of the address: aligned on the left, evenly spaced, from the row of its caption downwards.
 *
 * @param top height of the caption's row
 * @param bottom height of the number's row
 */
export function parseAddress(
  stretches: readonly Stretch[],
  top: number,
  bottom: number,
): Address | undefined {
  const inside = ({ caption, x, y }: Stretch) =>
    !caption && y > top - ROW && y < bottom - ROW && x > VALUE_LEFT.least && x < PORTRAIT.left
  const printed = stretches.filter((stretch) => inside(stretch) && !STAMP.test(stretch.text))
  const rows = groupRows(printed)
  const kept = followingRows(rows, top)
  const parts = kept.flat()
  const [first, last] = [parts[0], kept.at(-1)?.[0]]
  if (!first || !last) return undefined
  const field = fieldOf(parts.flatMap(({ glyphs }) => glyphs))
  const advance = typicalAdvance(parts)
  const doubtful = kept.length < rows.length || parts.some((part) => dropsGlyph(part, advance))
  const pitch = kept.length > 1 ? (last.y - first.y) / (kept.length - 1) : USUAL_PITCH
  return {
    value: field.value,
    confidence: doubtful ? Math.min(field.confidence, DOUBTFUL) : field.confidence,
    rows: { left: first.x, bottom: last.y, pitch, advance },
  }
}

function groupRows(stretches: readonly Stretch[]): Stretch[][] {
  const rows: Stretch[][] = []
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - stretch.y) < stretch.height / 2) row.push(stretch)
    else rows.push([stretch])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

function followingRows(rows: readonly Stretch[][], top: number): Stretch[][] {
  const kept: Stretch[][] = []
  for (const row of rows) {
    const [first] = row
    const above = kept.at(-1)?.[0]
    if (!first) continue
    const follows = above
      ? Math.abs(first.x - above.x) < INDENT && within(first.y - above.y, PITCH.least, PITCH.most)
      : Math.abs(first.y - top) < ROW && first.x < VALUE_LEFT.most
    if (follows) kept.push(row)
  }
  return kept
}

const within = (value: number, least: number, most: number): boolean => value > least && value < most
