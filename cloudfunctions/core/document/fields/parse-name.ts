import { normaliseName } from '@nansha/shared/person-name'
import { isHan } from '@nansha/shared/plain-text'
import { PORTRAIT } from '../card/card-layout'
import { doubted, type Field, fieldOf } from './field'
import { dropsGlyph, typicalAdvance } from './glyph-gaps'
import { groupRows, joinRow } from './group-rows'
import type { Stretch } from './split-captions'

/** Between the card's upper edge and the first row of a name, share of the card's height. */
const TOP = 0.02
/** From the last row of a name down to the row of sex and ethnic group, at the least. */
const ABOVE_SEX = 0.035
/** How far rows of a long name may be out of line on the left, share of the card's width. */
const INDENT = 0.035

/**
 * Reads the name: one row beside its caption, or two to four of smaller print for a long one, from above.
 *
 * @param left where values begin, right of the caption
 * @param sexRow height of the row below
 */
export function parseName(stretches: readonly Stretch[], left: number, sexRow: number): Field | undefined {
  const printed = stretches.filter(
    ({ caption, x, y }) => !caption && x > left && x < PORTRAIT.left && y > TOP && y < sexRow - ABOVE_SEX,
  )
  const rows = groupRows(printed).flatMap((row) => joinRow(row) ?? [])
  const [first] = rows
  if (!first) return undefined
  const glyphs = rows.flatMap((row) => row.glyphs)
  const letters = glyphs.filter(({ character }) => isNamePart(character))
  if (letters.length === 0) return undefined
  const { value, confidence } = fieldOf(letters)
  const advance = typicalAdvance(rows)
  const isDoubtful =
    letters.length < glyphs.length ||
    rows.some((row) => Math.abs(row.x - first.x) > INDENT || dropsGlyph(row, advance))
  return doubted({ value: normaliseName(value), confidence }, isDoubtful)
}

const isNamePart = (character: string): boolean =>
  [...normaliseName(character)].every((part) => part === '·' || isHan(part))
