import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { isHan } from '@nansha/shared/plain-text'
import { CAPTIONS, PORTRAIT } from '../card/card-layout'
import type { CardGlyph, CardLine } from '../card/card-line'
import { doubted, type Field, fieldOf } from './field'
import { type Address, parseAddress } from './parse-address'
import { parseName } from './parse-name'
import { parseNumber, ROW } from './parse-number'
import { type Stretch, splitCaptions } from './split-captions'

/** What one reading of the portrait side found; a field that was not found is undefined. */
export interface PortraitReading {
  readonly number: Field | undefined
  readonly name: Field | undefined
  /** `male` or `female`, as printed */
  readonly sex: Field | undefined
  /** one of the 56 */
  readonly ethnicity: Field | undefined
  /** what stands in the place of the ethnic group and is none of the 56 */
  readonly otherGroup: Field | undefined
  /** whether that place is empty, caption and all */
  readonly hasNoGroup: boolean
  /** `YYYY-MM-DD`, as printed */
  readonly birthdate: Field | undefined
  readonly address: Address | undefined
}

/** Half the width of the caption 民族 with its gap to the value, share of the card's width. */
const HALF_CAPTION = 0.045

/**
 * Takes the fields from lines of print by their captions, or by where the captions should stand. Where print is left over
 * beside a value, the value is doubtful.
 */
export function parsePortraitSide(lines: readonly CardLine[]): PortraitReading {
  const stretches = splitCaptions(lines, 'portrait')
  const number = parseNumber(stretches)
  const row = (caption: string) => valuesBeside(stretches, caption)
  const group = groupGlyphs(stretches)
  const name = captionAt(stretches, '姓名')
  return {
    number: number?.field,
    name: parseName(stretches, name.x + name.width / 2, captionAt(stretches, '性别').y),
    sex: sex(row('性别').filter(({ x }) => x < groupLeft(stretches))),
    ...parseGroup(group),
    birthdate: birthdate(row('出生')),
    address: parseAddress(
      stretches,
      captionAt(stretches, '住址').y,
      number?.y ?? captionAt(stretches, '公民身份号码').y,
    ),
  }
}

function captionAt(stretches: readonly Stretch[], caption: string): { x: number; y: number; width: number } {
  const found = stretches.find((stretch) => stretch.caption === caption)
  const expected = CAPTIONS.portrait.find(({ text }) => text === caption)?.middle ?? [0, 0]
  if (!found) return { x: expected[0], y: expected[1], width: 0.05 }
  const last = found.glyphs.at(-1)?.x ?? found.x
  return { x: (found.x + last) / 2, y: found.y, width: last - found.x }
}

/** Characters to the right of a caption on its row, up to the next caption and the portrait. */
function valuesBeside(stretches: readonly Stretch[], caption: string): CardGlyph[] {
  const at = captionAt(stretches, caption)
  const sameRow = stretches.filter(({ y, x }) => Math.abs(y - at.y) < ROW && x > at.x)
  const end = Math.min(PORTRAIT.left, ...sameRow.filter((s) => s.caption).map(({ x }) => x))
  return sameRow
    .filter((stretch) => !stretch.caption && stretch.x > at.x + at.width / 2 && stretch.x < end)
    .sort((a, b) => a.x - b.x)
    .flatMap(({ glyphs }) => glyphs)
}

/** Where the caption of the ethnic group begins, or would. */
function groupLeft(stretches: readonly Stretch[]): number {
  const found = stretches.find(({ caption }) => caption === '民族')
  return found?.x ?? captionAt(stretches, '民族').x - HALF_CAPTION
}

/** What is printed in the ethnic group's place; undefined when nothing is, its caption included. */
function groupGlyphs(stretches: readonly Stretch[]): CardGlyph[] | undefined {
  if (stretches.some(({ caption }) => caption === '民族')) return valuesBeside(stretches, '民族')
  const left = groupLeft(stretches)
  const printed = valuesBeside(stretches, '性别').filter(({ x }) => x > left)
  // What stands in the caption's place is what remained of a caption that was misread.
  return printed.length === 0 ? undefined : printed.filter(({ x }) => x > left + 2 * HALF_CAPTION)
}

type Group = Pick<PortraitReading, 'ethnicity' | 'otherGroup' | 'hasNoGroup'>

function parseGroup(glyphs: readonly CardGlyph[] | undefined): Group {
  const letters = glyphs?.filter(({ character }) => isHan(character)) ?? []
  const field =
    letters.length > 0 ? doubted(fieldOf(letters), letters.length < (glyphs?.length ?? 0)) : undefined
  const isListed = field !== undefined && isEthnicGroup(field.value)
  return {
    ethnicity: isListed ? field : undefined,
    otherGroup: isListed ? undefined : field,
    hasNoGroup: glyphs === undefined,
  }
}

function sex(glyphs: readonly CardGlyph[]): Field | undefined {
  const letter = glyphs.find(({ character }) => character === '男' || character === '女')
  if (!letter) return undefined
  const field = { value: letter.character === '男' ? 'male' : 'female', confidence: letter.probability }
  return doubted(field, glyphs.length > 1)
}

function birthdate(glyphs: readonly CardGlyph[]): Field | undefined {
  const { value, confidence } = fieldOf(glyphs)
  // The captions between the digits are pale and may be missing; a wrong date would contradict the number.
  const found = /([0-9]{4})\D?([0-9]{1,2})\D([0-9]{1,2})(?![0-9])\D?/.exec(value)
  if (!found) return undefined
  const [all, year, month = '', day = ''] = found
  const field = { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, confidence }
  return doubted(field, all.length < value.length)
}
