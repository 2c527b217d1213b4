import { NanshaError } from '@nansha/shared/errors'
import sharp from 'sharp'
import type { Pixels } from './pixels'

export const MAX_BYTES = 6 * 1024 * 1024
/** A phone's largest photo is about 50 million pixels; more than that is a decompression bomb. */
export const MAX_PIXELS = 50_000_000
/** Longest side, in pixels, that the nets work on. */
export const WORKING_SIDE = 1600

/** JPEG, PNG and WebP by their first bytes: the formats that phones deliver. Anything else never reaches a decoder. */
function isPhotoFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

/**
 * Decodes a photo upright (EXIF orientation applied), at most {@link WORKING_SIDE} pixels on its longer side.
 * Size and pixel count are checked from the header, before anything is decoded.
 * @throws NanshaError IMAGE_TOO_LARGE, IMAGE_UNREADABLE
 */
export async function readImage(bytes: Uint8Array): Promise<Pixels> {
  if (bytes.length > MAX_BYTES) throw new NanshaError('IMAGE_TOO_LARGE')
  if (!isPhotoFormat(bytes)) throw new NanshaError('IMAGE_UNREADABLE')
  // libvips would keep decoded photos in its operation cache.
  sharp.cache(false)
  const image = () => sharp(bytes, { limitInputPixels: false, failOn: 'error', sequentialRead: true })
  const { width, height } = await unreadable(image().metadata())
  if (width * height > MAX_PIXELS) throw new NanshaError('IMAGE_TOO_LARGE')
  const { data, info } = await unreadable(
    image()
      .autoOrient()
      .resize({ width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  if (info.channels !== 3) throw new NanshaError('IMAGE_UNREADABLE')
  return { width: info.width, height: info.height, data }
}

async function unreadable<T>(decoding: Promise<T>): Promise<T> {
  return decoding.catch(() => {
    throw new NanshaError('IMAGE_UNREADABLE')
  })
}
