import { project } from '@nansha/shared/geometry/projection'
import sharp from 'sharp'
import { type CameraPose, photoToCard } from './card-projection'
import { type Desk, paintDesk } from './paint-desk'
import { between, type Random } from './seeded-random'

/** One photo of a card as a phone might take it. */
export interface Shot extends CameraPose {
  desk: Desk
  /** spread of the blur in pixels, 0 for a sharp photo */
  blur: number
  /** strength of a lamp's reflection, 0…1 */
  glare: number
  /** brightness of the room, 1 for daylight */
  light: number
  /** spread of the sensor's noise, in grey levels of 255 */
  noise: number
  /** of the JPEG, 1…100 */
  quality: number
}

export const PLAIN_SHOT: Shot = {
  width: 1280,
  height: 960,
  roll: 0,
  tilt: 0,
  swing: 0,
  fill: 0.8,
  offset: [0, 0],
  desk: 'wood',
  blur: 0,
  glare: 0,
  light: 1,
  noise: 2,
  quality: 90,
}

/**
 * Photographs a card.
 *
 * @param card PNG of the whole card, as {@link drawCard} makes it; transparent corners show the desk
 * @param random places the reflection, the desk's grain and the noise
 * @returns JPEG of `shot.width` × `shot.height` pixels
 */
export async function photographCard(card: Buffer, shot: Shot, random: Random): Promise<Buffer> {
  const { width, height } = shot
  const photo = paintDesk(shot.desk, width, height, random)
  await layCard(photo, card, shot)
  if (shot.glare > 0) addGlare(photo, shot, random)
  const blurred = shot.blur > 0.3 ? await blur(photo, shot) : photo
  exposeAndAddNoise(blurred, shot, random)
  return sharp(blurred, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: shot.quality })
    .toBuffer()
}

async function layCard(photo: Uint8ClampedArray, card: Buffer, shot: Shot): Promise<void> {
  // Shrunk beforehand to about its size in the photo: bilinear sampling alone would alias.
  const cardWidth = Math.min(2400, Math.round(shot.fill * Math.max(shot.width, shot.height) * 1.1))
  const { data, info } = await sharp(card)
    .resize({ width: cardWidth })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const toCard = photoToCard(shot)
  for (let v = 0; v < shot.height; v++) {
    for (let u = 0; u < shot.width; u++) {
      const [x, y] = project(toCard, [u + 0.5, v + 0.5])
      if (x < 0 || y < 0 || x >= 1 || y >= 1) continue
      blend(photo, (v * shot.width + u) * 3, data, info, x, y)
    }
  }
}

/** Puts one pixel of the card, sampled between four of it, over one of the photo. */
function blend(
  photo: Uint8ClampedArray,
  at: number,
  card: Buffer,
  size: { width: number; height: number },
  x: number,
  y: number,
): void {
  const px = Math.min(size.width - 1.001, Math.max(0, x * size.width - 0.5))
  const py = Math.min(size.height - 1.001, Math.max(0, y * size.height - 0.5))
  const corner = (Math.floor(py) * size.width + Math.floor(px)) * 4
  const below = corner + size.width * 4
  const fx = px % 1
  const fy = py % 1
  const alpha = between4(card, corner + 3, below + 3, fx, fy) / 255
  for (let c = 0; c < 3; c++)
    photo[at + c] = between4(card, corner + c, below + c, fx, fy) * alpha + (photo[at + c] ?? 0) * (1 - alpha)
}

function between4(card: Buffer, corner: number, below: number, fx: number, fy: number): number {
  const top = (card[corner] ?? 0) * (1 - fx) + (card[corner + 4] ?? 0) * fx
  const bottom = (card[below] ?? 0) * (1 - fx) + (card[below + 4] ?? 0) * fx
  return top * (1 - fy) + bottom * fy
}

function addGlare(photo: Uint8ClampedArray, { width, height, glare }: Shot, random: Random): void {
  const cx = between(random, 0.25, 0.75) * width
  const cy = between(random, 0.3, 0.7) * height
  const spread = between(random, 0.07, 0.16) * width
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const distance = ((u - cx) ** 2 + ((v - cy) * 1.6) ** 2) / spread ** 2
      if (distance > 6) continue
      const add = 255 * glare * Math.exp(-distance)
      const at = (v * width + u) * 3
      for (let c = 0; c < 3; c++) photo[at + c] = (photo[at + c] ?? 0) + add
    }
  }
}

async function blur(photo: Uint8ClampedArray, { width, height, blur }: Shot): Promise<Uint8ClampedArray> {
  const raw = { width, height, channels: 3 as const }
  const data = await sharp(photo, { raw }).blur(blur).raw().toBuffer()
  return new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
}

function exposeAndAddNoise(photo: Uint8ClampedArray, { light, noise }: Shot, random: Random): void {
  for (let at = 0; at < photo.length; at++) {
    // The sum of two uniform numbers is near enough to a sensor's noise.
    photo[at] = (photo[at] ?? 0) * light + noise * 2.4 * (random() + random() - 1)
  }
}
