import { isLatinName, normaliseName } from '@nansha/shared/person-name'
import { isHan } from '@nansha/shared/plain-text'
import { PORTRAITS } from '../card/card-layout'
import type { CardGlyph, CardLine } from '../card/card-line'
import { doubted, type Field, fieldOf } from './field'
import { groupRows, joinRow } from './group-rows'
import { parseNumber } from './parse-number'
import { type Period, parsePeriod } from './parse-period'
import { heightOf, type Stretch, splitCaptions } from './split-captions'

/** What one reading of the portrait side of a foreign permanent resident's card found. */
export interface PermanentReading extends Period {
  readonly number: Field | undefined
  /** In Latin letters. */
  readonly name: Field | undefined
  readonly chineseName: Field | undefined
  /** `male` or `female`, as printed */
  readonly sex: Field | undefined
  /** `YYYY-MM-DD`, as printed */
  readonly birthdate: Field | undefined
  /** Three letters (ICAO 9303-3 §5). */
  readonly nationality: Field | undefined
}

/** From a caption down to the middle of the row below it, and how far that may be off; shares of the card's height. */
const BELOW = 0.06
const REACH = 0.033
/** Between the two columns, share of the card's width. */
const COLUMN = 0.27
const LAYOUT = 'permanent-portrait'

/** Takes the fields from lines of print: each value stands below its caption, the number beside it. */
export function parsePermanentSide(lines: readonly CardLine[]): PermanentReading {
  const stretches = splitCaptions(lines, LAYOUT)
  const left = (caption: string) => below(stretches, caption).filter(({ x }) => x < COLUMN)
  return {
    number: parseNumber(stretches)?.field,
    ...parseNames(nameRows(stretches)),
    sex: parseSex(left('性别')),
    birthdate: parseDay(fieldOf(below(stretches, '出生日期').filter(({ x }) => x > COLUMN))),
    nationality: parseState(fieldOf(below(stretches, '国籍'))),
    ...parsePeriod(fieldOf(below(stretches, '有效期限'))),
  }
}

function printed(stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter(({ caption, x }) => !caption && x < PORTRAITS[LAYOUT].left)
}

/** The characters of the row below a caption, from the left. */
function below(stretches: readonly Stretch[], caption: string): CardGlyph[] {
  const row = heightOf(stretches, LAYOUT, caption) + BELOW
  return printed(stretches)
    .filter(({ y }) => Math.abs(y - row) < REACH)
    .sort((a, b) => a.x - b.x)
    .flatMap(({ glyphs }) => glyphs)
}

/** Everything between the captions of name and sex, by rows. */
function nameRows(stretches: readonly Stretch[]): Stretch[] {
  const [top, bottom] = [
    heightOf(stretches, LAYOUT, '姓名') + REACH,
    heightOf(stretches, LAYOUT, '性别') - REACH,
  ]
  const inside = printed(stretches).filter(({ y }) => y > top && y < bottom)
  return groupRows(inside).flatMap((row) => joinRow(row.map(openWord)) ?? [])
}

/** What stands apart from the piece before it on its row begins a word. */
function openWord(piece: Stretch, at: number): Stretch {
  const [first, ...rest] = piece.glyphs
  return at > 0 && first ? { ...piece, glyphs: [{ ...first, opensWord: true }, ...rest] } : piece
}

/** The name in rows of Latin letters, and below them, where there is one, the Chinese name. */
function parseNames(rows: readonly Stretch[]): Pick<PermanentReading, 'name' | 'chineseName'> {
  const isChinese = ({ glyphs }: Stretch) =>
    2 * glyphs.filter(({ character }) => isHan(character)).length > glyphs.length
  const latin = rows.filter((row) => !isChinese(row))
  const chinese = rows.filter(isChinese).flatMap(({ glyphs }) => glyphs)
  return {
    name: latin.length === 0 ? undefined : parseLatin(latin.map(({ glyphs }) => glyphs)),
    chineseName: chinese.length === 0 ? undefined : fieldOf(chinese),
  }
}

/** What the net reads for capital letters that look alike. */
const LIKE_CAPITALS: Readonly<Record<string, string>> = { l: 'I', '1': 'I', '|': 'I', '0': 'O', '，': ',' }

function parseLatin(rows: readonly (readonly CardGlyph[])[]): Field {
  const text = rows.map(wordsOf).join(' ').replaceAll('- ', '-')
  const value = normaliseName(text)
  const { confidence } = fieldOf(rows.flat())
  return doubted({ value, confidence }, !isLatinName(value))
}

function wordsOf(glyphs: readonly CardGlyph[]): string {
  return glyphs
    .map(({ character, opensWord }) => (opensWord ? ' ' : '') + (LIKE_CAPITALS[character] ?? character))
    .join('')
}

function parseSex(glyphs: readonly CardGlyph[]): Field | undefined {
  const letter = glyphs.find(({ character }) => character === '男' || character === '女')
  return letter && { value: letter.character === '男' ? 'male' : 'female', confidence: letter.probability }
}

function parseDay({ value, confidence }: Field): Field | undefined {
  const found = /([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})/.exec(value)
  return found ? { value: found.slice(1).join('-'), confidence } : undefined
}

/** `加拿大/CAN`: the letters are read, the name is not needed. */
function parseState({ value, confidence }: Field): Field | undefined {
  const found = /([A-Z]{3})$/.exec(value)
  return found?.[1] === undefined ? undefined : { value: found[1], confidence }
}
