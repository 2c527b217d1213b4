import { blankCard, stampSpecimen } from './card-surface'
import { drawPortrait } from './draw-card'

/** What the portrait side of a foreign permanent resident identity card of 2023 says. */
export interface PermanentSideText {
  /** In Latin letters, surname first. */
  name: string
  /** Empty for a holder who has none. */
  chineseName: string
  sex: 'male' | 'female'
  /** `YYYY-MM-DD` */
  birth: string
  /** The state's name in Chinese and its three letters. */
  nationality: { zh: string; code: string }
  /** `YYYY-MM-DD` */
  validFrom: string
  /** `YYYY-MM-DD` */
  validUntil: string
  number: string
}

const LABEL_INK = '#3f7d9c'
/** Where values begin, and those of the second column; shares of the card's width. */
const LEFT = 0.081
const SECOND = 0.3
/** Of captions and values, shares of the card's height. */
const LABEL = 0.036
const VALUE = 0.047
/** The longest row of a name, in letters. */
const NAME_ROW = 24
/** Between the rows of a name, and their size where there are as many. */
const NAME_ROWS = [
  { size: 0.05, pitch: 0.062 },
  { size: 0.05, pitch: 0.062 },
  { size: 0.044, pitch: 0.055 },
  { size: 0.038, pitch: 0.046 },
]

/**
 * Draws the portrait side of a specimen card of a foreign permanent resident. The order of the fields, and where they stand, follow
 * descriptions of the card; no real one was measured.
 *
 * @returns PNG of 1280 × 807 pixels with transparent rounded corners
 */
export async function drawPermanentSide(card: PermanentSideText, portrait: Buffer): Promise<Buffer> {
  const surface = blankCard()
  const { write } = surface
  const label = (text: string, x: number, y: number) => write(text, x, y, LABEL, { ink: LABEL_INK })
  const dotted = (day: string) => day.replaceAll('-', '.')

  label('姓名/Name', LEFT, 0.125)
  drawName(surface, card)
  label('性别/Sex', LEFT, 0.42)
  write(card.sex === 'male' ? '男/M' : '女/F', LEFT, 0.48, VALUE)
  label('出生日期/Date of Birth', SECOND, 0.42)
  write(dotted(card.birth), SECOND, 0.48, VALUE)
  label('国籍/Nationality', LEFT, 0.56)
  write(`${card.nationality.zh}/${card.nationality.code}`, LEFT, 0.62, VALUE)
  label('有效期限/Period of Validity', LEFT, 0.7)
  write(`${dotted(card.validFrom)}-${dotted(card.validUntil)}`, LEFT, 0.76, VALUE)
  label('证件号码/ID Number', LEFT, 0.87)
  write(card.number, SECOND + 0.06, 0.87, 0.062, { spacing: 0.0135 })
  await drawPortrait(surface, portrait, { x: 0.64, y: 0.11 })
  stampSpecimen(surface, 0.66, 0.765)
  return surface.canvas.encode('png')
}

/** The name in as many rows as it needs, broken between its words, and below it the Chinese one. */
function drawName({ write }: ReturnType<typeof blankCard>, { name, chineseName }: PermanentSideText): void {
  const rows = [...breakName(name), ...(chineseName === '' ? [] : [chineseName])]
  const { size, pitch } = NAME_ROWS[rows.length - 1] ?? { size: 0.034, pitch: 0.04 }
  rows.forEach((row, i) => {
    write(row, LEFT, 0.19 + i * pitch, size)
  })
}

function breakName(name: string): string[] {
  const rows: string[] = []
  for (const word of name.split(' ')) {
    const row = rows.at(-1)
    if (row !== undefined && row.length + 1 + word.length <= NAME_ROW)
      rows[rows.length - 1] = `${row} ${word}`
    else rows.push(word)
  }
  return rows
}
