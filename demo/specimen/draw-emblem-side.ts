import { IDENTITY_DOCUMENTS, type IdentityDocument } from '@nansha/shared/identity-document'
import { blankCard, CARD_HEIGHT, CARD_WIDTH, stampSpecimen } from './card-surface'

/** What the emblem side of a resident ID card, a residence permit or a permanent resident's card says. */
export interface EmblemSideText {
  /** 签发机关, the police bureau that issued the card */
  authority: string
  /** `YYYY-MM-DD` */
  validFrom: string
  /** `YYYY-MM-DD`, or `long-term` for holders of 46 and over */
  validUntil: string
  /** What the side belongs to; a resident ID card when left out. */
  document?: IdentityDocument
}

/** Size and spacing of the title, and the rows of authority and validity. */
const CARD_PRINT = { size: 0.125, spacing: 0.05, authority: 0.77, validity: 0.885, stamp: 0.6 }
const PERMIT_PRINT = { size: 0.1, spacing: 0.02, authority: 0.66, validity: 0.765, stamp: 0.55 }
/** The card of a foreign permanent resident has its validity on the other side. */
const PERMANENT_PRINT = { size: 0.08, spacing: 0.012, authority: 0.8, stamp: 0.65 }

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
  const { document = 'resident-id-card' } = text
  if (document === 'permanent-resident-card') {
    drawPermanentRows(surface, text.authority)
    return surface.canvas.encode('png')
  }
  const print = document === 'resident-id-card' ? CARD_PRINT : PERMIT_PRINT
  write(IDENTITY_DOCUMENTS[document].zh, 0.33, 0.4, print.size, { spacing: print.spacing })
  write('签发机关', 0.25, print.authority, 0.05)
  write(text.authority, 0.42, print.authority, 0.05)
  write('有效期限', 0.25, print.validity, 0.05)
  write(`${dotted(text.validFrom)}-${dotted(text.validUntil)}`, 0.42, print.validity, 0.05)
  if (document !== 'resident-id-card') drawPermitRow(surface)
  stampSpecimen(surface, 0.38, print.stamp)
  return surface.canvas.encode('png')
}

/** Permits also name the travel permit that their holder entered with, and how often they were issued. */
function drawPermitRow({ write }: ReturnType<typeof blankCard>): void {
  write('通行证号码', 0.25, 0.87, 0.05)
  write('H00000000', 0.44, 0.87, 0.05)
  write('签发次数', 0.7, 0.87, 0.05)
  write('01', 0.84, 0.87, 0.05)
}

function drawPermanentRows(surface: ReturnType<typeof blankCard>, authority: string): void {
  const { write } = surface
  const { size, spacing, authority: row, stamp } = PERMANENT_PRINT
  write(IDENTITY_DOCUMENTS['permanent-resident-card'].zh, 0.33, 0.37, size, { spacing })
  write('FOREIGN PERMANENT RESIDENT ID CARD', 0.33, 0.48, 0.042)
  write('签发机关/Issuing Authority', 0.25, row - 0.075, 0.04)
  write(authority, 0.25, row, 0.05)
  stampSpecimen(surface, 0.38, stamp - 0.05)
}

function dotted(date: string): string {
  return date === 'long-term' ? '长期' : date.replaceAll('-', '.')
}
