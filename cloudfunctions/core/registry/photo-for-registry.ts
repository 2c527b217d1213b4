import { NanshaError } from '@nansha/shared/errors'

/**
 * What registries take: JPEG or PNG, at most 3 MB in base64 (Tencent Cloud's limit; network ID is asked with the same).
 *
 * @throws NanshaError IMAGE_TOO_LARGE, IMAGE_UNREADABLE
 */
export function photoForRegistry(photo: Buffer): Buffer {
  if (photo.length > MAX_PHOTO_BYTES) throw new NanshaError('IMAGE_TOO_LARGE', { which: 'selfie' })
  const isJpeg = photo.subarray(0, 3).toString('hex') === 'ffd8ff'
  const isPng = photo.subarray(0, 4).toString('hex') === '89504e47'
  if (!isJpeg && !isPng) throw new NanshaError('IMAGE_UNREADABLE', { which: 'selfie' })
  return photo
}

const MAX_PHOTO_BYTES = Math.floor((3 * 1024 * 1024 * 3) / 4)
