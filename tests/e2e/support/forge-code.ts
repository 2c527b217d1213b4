import { packTicket, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import sharp from 'sharp'
import { encode } from 'uqr'
import { readQr } from '../../support/read-qr'

const PIXELS_A_MODULE = 12

/** Reads the code off a screenshot. */
export async function readCode(picture: Buffer): Promise<string> {
  const text = await readQr(new Uint8Array(picture))
  if (text === undefined) throw new Error('There is no QR code in the picture.')
  return text
}

/** Draws text as the picture of a QR code. */
export async function drawCode(text: string): Promise<Buffer> {
  const { data, size } = encode(text, { border: 4 })
  const pixels = Buffer.from(data.flat().map((isDark) => (isDark ? 0 : 255)))
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * PIXELS_A_MODULE, size * PIXELS_A_MODULE, { kernel: 'nearest' })
    .png()
    .toBuffer()
}

/** A well-formed ticket that says something else than was signed: valid in every way but its signature. */
export function tamper(text: string): string {
  const ticket = unpackTicket(text)
  if (!ticket) throw new Error('That is no ticket.')
  return packTicket({ ...ticket, iat: ticket.iat + 1 })
}
