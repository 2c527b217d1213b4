import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { CAPTIONS, PORTRAIT } from './card-layout'
import type { CardGlyph, CardLine } from './card-line'
import { type Field, fieldOf } from './field'
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
  readonly address: Field | undefined
}

/** Half of the distance between two rows of captions, share of the card's height. */
const ROW = 0.055
/** Where values begin, and how far a line of the address may be out of line with the first. */
const VALUE_LEFT = 0.135
const ADDRESS_INDENT = 0.035

/** Takes the six fields from lines of print by their captions, or by where the captions should stand. */
export function parsePortraitSide(lines: readonly CardLine[]): PortraitReading {
  const stretches = splitCaptions(lines, 'portrait')
  const number = findNumber(stretches)
  const row = (caption: string) => valuesBeside(stretches, caption)
  const floor = (number?.y ?? captionAt(stretches, '公民身份号码').y) - ROW
  return {
    number: number?.field,
    name: name(row('姓名')),
    sex: sex(row('性别')),
    ethnicity: ethnicity(row('民族')),
    birthdate: birthdate(row('出生')),
    address: address(stretches, captionAt(stretches, '住址').y - ROW, floor),
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

/** The row that holds 18 characters of a number, joined from all its pieces. */
function findNumber(stretches: readonly Stretch[]): { field: Field; y: number } | undefined {
  for (const { y } of stretches.filter(({ text }) => /[0-9]{4}/.test(text))) {
    const row = stretches
      .filter((other) => !other.caption && Math.abs(other.y - y) < ROW)
      .sort((a, b) => a.x - b.x)
      .flatMap(({ glyphs }) => glyphs)
      .filter(({ character }) => /[0-9Xx]/.test(character))
    const field = fieldOf(row)
    if (parseResidentNumber(field.value).ok)
      return { field: { ...field, value: field.value.toUpperCase() }, y }
  }
  return undefined
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
  const [, year, month = '', day = ''] = /([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/.exec(field.value) ?? []
  return year ? { ...field, value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : undefined
}

function address(stretches: readonly Stretch[], top: number, bottom: number): Field | undefined {
  const lines = stretches
    .filter(({ caption, x, y }) => !caption && y > top && y < bottom && x > VALUE_LEFT && x < PORTRAIT.left)
    .sort((a, b) => a.y - b.y)
  const rows = lines.reduce<Stretch[][]>((rows, line) => {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - line.y) < line.height / 2) row.push(line)
    else rows.push([line])
    return rows
  }, [])
  const inOrder = rows.map((row) => row.sort((a, b) => a.x - b.x))
  const left = inOrder[0]?.[0]?.x ?? 0
  const aligned = inOrder.filter(([first]) => first && Math.abs(first.x - left) < ADDRESS_INDENT)
  const glyphs = aligned.flat().flatMap((line) => line.glyphs)
  return glyphs.length > 0 ? fieldOf(glyphs) : undefined
}
