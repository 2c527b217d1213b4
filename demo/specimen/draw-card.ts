import { loadImage } from '@napi-rs/canvas'
import { blankCard, CARD_HEIGHT, CARD_WIDTH, stampSpecimen } from './card-surface'

/** What the portrait side of a resident ID card says. */
export interface CardText {
  name: string
  sex: 'male' | 'female'
  /** As printed: one of the 56 in its short form, `汉`, or another word; empty where the card has no such field. */
  ethnicity: string
  /** `YYYY-MM-DD` */
  birth: string
  address: string
  number: string
}

const LABEL_INK = '#3f7d9c'
/** The longest name that stands in one row, in characters. */
const NAME_ROW = 9
/** Of a name in so many rows: the size of its print and the distance of its rows, shares of the card's height. */
const NAME_ROWS = [
  { size: 0.062, pitch: 0 },
  { size: 0.052, pitch: 0.062 },
  { size: 0.042, pitch: 0.052 },
  { size: 0.034, pitch: 0.043 },
]
/** Width of an address line in Chinese characters; digits and letters take half of one. */
const ADDRESS_LINE = 11

/**
 * Draws the portrait side of a specimen card.
 *
 * @param portrait JPEG or PNG of a face; it fills the portrait field, cropped to 26:32 around its middle
 * @returns PNG of 1280 × 807 pixels with transparent rounded corners
 */
export async function drawCard(card: CardText, portrait: Buffer): Promise<Buffer> {
  const surface = blankCard()
  const { write } = surface
  const label = (text: string, x: number, y: number) => write(text, x, y, 0.044, { ink: LABEL_INK })

  label('姓名', 0.07, 0.14)
  drawName(surface, card.name)
  label('性别', 0.07, 0.26)
  write(card.sex === 'male' ? '男' : '女', 0.175, 0.26, 0.05)
  if (card.ethnicity !== '') {
    label('民族', 0.29, 0.26)
    write(card.ethnicity, 0.385, 0.26, 0.05)
  }
  drawBirth(surface, label, card.birth)
  label('住址', 0.07, 0.495)
  wrap(card.address).forEach((line, i) => {
    write(line, 0.175, 0.495 + i * 0.083, 0.05)
  })
  label('公民身份号码', 0.07, 0.87)
  write(card.number, 0.335, 0.87, 0.062, { spacing: 0.0165 })
  await drawPortrait(surface, portrait, { x: 0.625, y: 0.11 })
  stampSpecimen(surface, 0.645, 0.765)
  return surface.canvas.encode('png')
}

/** Long names stand in several rows of smaller print around the caption's row, broken after a dot where one fits. */
function drawName({ write }: ReturnType<typeof blankCard>, name: string): void {
  const rows = breakName(name)
  const { size, pitch } = NAME_ROWS[rows.length - 1] ?? NAME_ROWS.at(-1) ?? { size: 0, pitch: 0 }
  rows.forEach((row, i) => {
    const y = 0.14 + (i - (rows.length - 1) / 2) * pitch
    write(row, 0.175, y, size, { spacing: rows.length === 1 ? 0.012 : 0 })
  })
}

/** A dot hangs over the end of its row, as it does in print. */
function breakName(name: string): string[] {
  const rows: string[] = []
  let room = 0
  for (const part of name.match(/[^·]+·?/g) ?? []) {
    const length = [...part.replace('·', '')].length
    if (length > room) room = 0
    for (const character of part) {
      if (room > 0 || character === '·') rows.push((rows.pop() ?? '') + character)
      else {
        rows.push(character)
        room = NAME_ROW
      }
      room -= 1
    }
  }
  return rows
}

function drawBirth(
  { write }: ReturnType<typeof blankCard>,
  label: (text: string, x: number, y: number) => void,
  birth: string,
): void {
  const [year = 0, month = 0, day = 0] = birth.split('-').map(Number)
  label('出生', 0.07, 0.375)
  write(String(year), 0.175, 0.375, 0.05)
  label('年', 0.268, 0.375)
  write(String(month), month < 10 ? 0.33 : 0.32, 0.375, 0.05)
  label('月', 0.37, 0.375)
  write(String(day), day < 10 ? 0.43 : 0.42, 0.375, 0.05)
  label('日', 0.47, 0.375)
}

/** @param at top left of the portrait's field, shares of the card's width and height */
export async function drawPortrait(
  { context }: ReturnType<typeof blankCard>,
  portrait: Buffer,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  const image = await loadImage(portrait)
  const field = { x: at.x * CARD_WIDTH, y: at.y * CARD_HEIGHT, width: 389, height: 479 }
  const scale = Math.max(field.width / image.width, field.height / image.height)
  const width = field.width / scale
  const height = field.height / scale
  const left = (image.width - width) / 2
  const top = (image.height - height) / 2
  context.drawImage(image, left, top, width, height, field.x, field.y, field.width, field.height)
}

function wrap(address: string): string[] {
  const lines = ['']
  let room = ADDRESS_LINE
  for (const character of address) {
    const width = /[0-9A-Za-z-]/.test(character) ? 0.5 : 1
    if (room < width) {
      lines.push('')
      room = ADDRESS_LINE
    }
    room -= width
    lines.push(lines.pop() + character)
  }
  return lines
}
