import sharp from 'sharp'

const WIDTH = 1500
const HEIGHT = 1050
/** In a passport the zone is printed in OCR-B, which no system brings along. */
const FONT = 'DejaVu Sans Mono'

/**
 * Draws the page of a passport as a phone sees it.
 *
 * @param zone two lines of 44 characters, one behind the other
 * @param angle degrees
 */
export async function drawPassport(zone: string, angle = 0): Promise<Buffer> {
  const line = (text: string, y: number) =>
    `<text x="60" y="${y}" font-size="50" font-family="${FONT}" textLength="1380">${text.replaceAll('<', '&lt;')}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#e8e6df"/>
    <text x="600" y="200" font-size="34" font-family="${FONT}">PASSPORT / PASSEPORT</text>
    <text x="600" y="300" font-size="34" font-family="${FONT}">12 AUG 1974</text>
    ${line(zone.slice(0, 44), 880)}${line(zone.slice(44), 970)}
  </svg>`
  const page = await sharp(Buffer.from(svg)).png().toBuffer()
  return sharp(page).rotate(angle, { background: '#556677' }).blur(0.8).jpeg({ quality: 80 }).toBuffer()
}
