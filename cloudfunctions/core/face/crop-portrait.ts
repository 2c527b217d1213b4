import sharp from 'sharp'
import type { Face } from './find-faces'
import type { Pixels } from './pixels'
import { uprightCrop } from './upright'

const WIDTH = 240
const HEIGHT = 320
const MAX_BYTES = 20 * 1024

/**
 * The portrait that desks compare with the person: upright, head and shoulders, 240×320, WebP of at most 20 kB.
 */
export async function cropPortrait(picture: Pixels, face: Face): Promise<Buffer> {
  const crop = uprightCrop(picture, face.landmarks, WIDTH, HEIGHT, 0.62, 0.53)
  for (let quality = 82; ; quality -= 12) {
    const webp = await sharp(crop.data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .webp({ quality, effort: 4 })
      .toBuffer()
    if (webp.length <= MAX_BYTES || quality < 20) return webp
  }
}
