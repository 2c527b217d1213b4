import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { CAPTIONS, PORTRAIT } from '../card/card-layout'
import type { CardGlyph, CardLine } from '../card/card-line'
import { type Field, fieldOf } from './field'
import { type Address, parseAddress } from './parse-address'
import { parseNumber, ROW } from './parse-number'
import { type Stretch, splitCaptions } from './split-captions'

/** What one reading of the portrait side found; a field that was not found is undefined. */
export interface PortraitReading {
  readonly number: Field | undefined
  readonly name: Field | undefined
  /** `male` or `female`, as printed */
  readonly sex: Field | undefined
  readonly ethnicity: Field | undefined
  /** `YYYY-MM-DD`, as printed */
  readonly birthdate: Field | undefined
  readonly address: Address | undefined
}

/** Takes the six fields from lines of print by their captions, or by where the captions should stand. */
export function parsePortraitSide(lines: readonly CardLine[]): PortraitReading {
  const stretches = splitCaptions(lines, 'portrait')
  const number = parseNumber(stretches)
  const row = (caption: string) => valuesBeside(stretches, caption)
  const floor = number?.y ?? captionAt(stretches, '公民身份号码').y
  return {
    number: number?.field,
    name: name(row('姓名')),
    sex: sex(row('性别')),
    ethnicity: ethnicity(row('民族')) ?? ethnicity(besideHalfCaption(stretches)),
    birthdate: birthdate(row('出生')),
    address: parseAddress(stretches, captionAt(stretches, '住址').y, floor),
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

/** Of a caption 民族 that lost a character the rest is joined to the value. */
function besideHalfCaption(stretches: readonly Stretch[]): CardGlyph[] {
  const { y } = captionAt(stretches, '性别')
  return stretches
    .filter((stretch) => Math.abs(stretch.y - y) < ROW && /^[民族]/.test(stretch.text) && !stretch.caption)
    .flatMap(({ glyphs }) => glyphs.slice(1))
}

function name(glyphs: readonly CardGlyph[]): Field | undefined {
  const letters = glyphs.filter(({ character }) => /[\p{Script=Han}·•.]/u.test(character))
  return letters.length > 0 ? fieldOf(letters) : undefined
}

function sex(glyphs: readonly CardGlyph[]): Field | undefined {
  const letter = glyphs.find(({ character }) => character === '男' || character === '女')
  return letter && { value: letter.character === '男' ? 'male' : 'female', confidence: letter.probability }
}

function ethnicity(glyphs: readonly CardGlyph[]): Field | undefined {
  const field = fieldOf(glyphs.filter(({ character }) => /\p{Script=Han}/u.test(character)))
  return isEthnicGroup(field.value) ? field : undefined
}

function birthdate(glyphs: readonly CardGlyph[]): Field | undefined {
  const field = fieldOf(glyphs)
  // The captions between the digits are pale and may be missing; a wrong date would contradict the number.
  const [, year, month = '', day = ''] =
    /([0-9]{4})\D?([0-9]{1,2})\D([0-9]{1,2})(?![0-9])/.exec(field.value) ?? []
  return year ? { ...field, value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : undefined
}
