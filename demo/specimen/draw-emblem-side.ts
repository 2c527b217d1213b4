import { blankCard, CARD_HEIGHT, CARD_WIDTH, stampSpecimen } from './card-surface'

/** What the emblem side of a resident ID card says. */
export interface EmblemSideText {
  /** 签发机关, the police bureau that issued the card */
  authority: string
  /** `YYYY-MM-DD` */
  validFrom: string
  /** `YYYY-MM-DD`, or `long-term` for holders of 46 and over */
  validUntil: string
}

/** Draws the emblem side of a specimen card; a plain ring stands where the national emblem would be. PNG, 1280 × 807. */
export async function drawEmblemSide(text: EmblemSideText): Promise<Buffer> {
  const surface = blankCard()
  const { context, write } = surface
  context.strokeStyle = '#c23b2e'
  context.lineWidth = 14
  context.beginPath()
  context.arc(0.155 * CARD_WIDTH, 0.27 * CARD_HEIGHT, 0.15 * CARD_HEIGHT, 0, 2 * Math.PI)
  context.stroke()
  write('中华人民共和国', 0.34, 0.2, 0.085, { spacing: 0.02 })
  write('居民身份证', 0.33, 0.4, 0.125, { spacing: 0.05 })
  write('签发机关', 0.25, 0.77, 0.05)
  write(text.authority, 0.42, 0.77, 0.05)
  write('有效期限', 0.25, 0.885, 0.05)
  write(`${dotted(text.validFrom)}-${dotted(text.validUntil)}`, 0.42, 0.885, 0.05)
  stampSpecimen(surface, 0.38, 0.6)
  return surface.canvas.encode('png')
}

function dotted(date: string): string {
  return date === 'long-term' ? '长期' : date.replaceAll('-', '.')
}
