import { PORTRAIT } from '../card/card-layout'
import { doubted, type Field, fieldOf } from './field'
import { dropsGlyph, typicalAdvance } from './glyph-gaps'
import { groupRows, joinRow } from './group-rows'
import { mayBeAnother } from './look-alikes'
import { ROW } from './parse-number'
import type { Stretch } from './split-captions'

/** Where values begin, and how far a row may be out of line with the first; shares of the card's width. */
const VALUE_LEFT = { least: 0.135, most: 0.27 }
const INDENT = 0.035
/** Between two rows of an address, share of the card's height. */
const PITCH = { least: 0.045, most: 0.115 }
/** A line of nothing but what is stamped on specimens and copies; the same words within a line may be a street's. */
const STAMP = /^(?:样本|样张|样例|测试|复印件?|无效|SPECIMEN|SAMPLE|TEST|VOID|COPY)+$/i
/** Words that make a whole line suspect of being stamped. */
const STAMPED = /样本|样张|样例|仅供|测试|复印|SPECIMEN|SAMPLE|TEST|VOID|COPY/i
/** How much sooner than the longest row one that another follows may end, in Chinese characters. */
const RAGGED = 2

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
  /** below this stands the number with its caption */
  readonly floor: number
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
  const floor = bottom - ROW
  const inside = ({ caption, x, y }: Stretch) =>
    !caption && y > top - ROW && y < floor && x > VALUE_LEFT.least && x < PORTRAIT.left
  const printed = stretches.filter((stretch) => inside(stretch) && !STAMP.test(stretch.text))
  const rows = groupRows(printed).flatMap((row) => joinRow(row) ?? [])
  const kept = followingRows(rows, top)
  const [first, last] = [kept[0], kept.at(-1)]
  if (!first || !last) return undefined
  const field = fieldOf(kept.flatMap(({ glyphs }) => glyphs))
  const advance = typicalAdvance(kept)
  const isDoubtful =
    kept.length < rows.length ||
    kept.some((row) => dropsGlyph(row, advance) || STAMPED.test(row.text) || row.glyphs.some(mayBeAnother)) ||
    endsEarly(kept, RAGGED * advance)
  const pitch = kept.length > 1 ? (last.y - first.y) / (kept.length - 1) : USUAL_PITCH
  return {
    ...doubted(field, isDoubtful),
    rows: { left: first.x, bottom: last.y, pitch, advance, floor },
  }
}

/** Whether a row that another follows is shorter than the longest: its end was not found. */
function endsEarly(rows: readonly Stretch[], ragged: number): boolean {
  const ends = rows.map(({ glyphs, x }) => glyphs.at(-1)?.x ?? x)
  return ends.slice(0, -1).some((end) => end < Math.max(...ends) - ragged)
}

function followingRows(rows: readonly Stretch[], top: number): Stretch[] {
  const kept: Stretch[] = []
  for (const row of rows) {
    const above = kept.at(-1)
    const follows = above
      ? Math.abs(row.x - above.x) < INDENT && within(row.y - above.y, PITCH.least, PITCH.most)
      : Math.abs(row.y - top) < ROW && row.x < VALUE_LEFT.most
    if (follows) kept.push(row)
  }
  return kept
}

const within = (value: number, least: number, most: number): boolean => value > least && value < most
