import { FRAME_BYTES } from '@nansha/shared/pass/frame'
import type { MakePortraitFrame } from '../wallet-ports'

/** Widths to try, the sharpest first; only a picture that is no portrait ever needs a smaller one. */
const WIDTHS = [60, 48, 36, 24]

/**
 * Reduces a portrait to what fits a frame: grey, 60×80, WebP of at most 450 bytes, the best quality that does.
 *
 * @param portrait WebP, as desks see it online
 */
export const makePortraitFrame: MakePortraitFrame = async (portrait) => {
  for (const width of WIDTHS) {
    const frame = await bestThatFits(portrait, width)
    if (frame) return frame
  }
  throw new Error('A portrait does not fit a frame at any size.')
}

async function bestThatFits(portrait: Uint8Array, width: number): Promise<Uint8Array | undefined> {
  // Loaded on first use: most calls of the function that ships it never need an image.
  const { default: sharp } = await import('sharp')
  const size = { width, height: (width * 4) / 3, fit: 'cover' } as const
  const small = await sharp(portrait).resize(size).grayscale().normalise().png().toBuffer()
  let [low, high] = [1, 80]
  let best: Uint8Array | undefined
  while (low <= high) {
    const quality = (low + high) >> 1
    const webp = await sharp(small).webp({ quality, effort: 6 }).toBuffer()
    if (webp.length <= FRAME_BYTES) {
      best = webp
      low = quality + 1
    } else high = quality - 1
  }
  return best
}
