import { NanshaError } from '@nansha/shared/errors'
import sharp from 'sharp'

/** A decoded picture: rows from the top, three bytes (red, green, blue) a pixel. */
export interface DecodedPhoto {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export const MAX_BYTES = 6 * 1024 * 1024
/**
 * A phone's largest photo is about 50 million pixels, a baseline JPEG, of which a part is decoded at a time. Everything
 * else is held whole, at up to eight bytes a pixel: 200 MB for the second number, of the gigabyte that there is.
 */
const MAX_PIXELS = { inParts: 50_000_000, whole: 25_000_000 }

/**
 * Decodes a JPEG, PNG or WebP upright (EXIF orientation applied). Bytes, format and pixel count are checked before
 * anything is decoded.
 *
 * @param longestSide pixels; a larger photo is shrunk while it is decoded
 * @throws NanshaError IMAGE_TOO_LARGE, IMAGE_UNREADABLE
 */
export async function decodePhoto(bytes: Uint8Array, longestSide: number): Promise<DecodedPhoto> {
  if (bytes.length > MAX_BYTES) throw new NanshaError('IMAGE_TOO_LARGE')
  if (!isPhotoFormat(bytes)) throw new NanshaError('IMAGE_UNREADABLE')
  // libvips would keep decoded photos in its operation cache.
  sharp.cache(false)
  const open = () => sharp(bytes, { limitInputPixels: false, failOn: 'error', sequentialRead: true })
  const { width, height, format, isProgressive } = await readable(open().metadata())
  const most = format === 'jpeg' && !isProgressive ? MAX_PIXELS.inParts : MAX_PIXELS.whole
  if (width * height > most) throw new NanshaError('IMAGE_TOO_LARGE')
  const { data, info } = await readable(
    open()
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  if (info.channels !== 3) throw new NanshaError('IMAGE_UNREADABLE')
  return { width: info.width, height: info.height, data }
}

/** By the first bytes: the formats that phones deliver. Anything else never reaches a decoder. */
function isPhotoFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

async function readable<T>(decoding: Promise<T>): Promise<T> {
  return decoding.catch(() => {
    throw new NanshaError('IMAGE_UNREADABLE')
  })
}
