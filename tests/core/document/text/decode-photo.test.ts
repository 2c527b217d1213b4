import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import sharp from 'sharp'
import { expect, test } from 'vitest'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' }, limitInputPixels: false })

test.each(['jpeg', 'png', 'webp'] as const)('decodePhoto decodes %s to red, green, blue', async (format) => {
  const photo = await decodePhoto(await blank(400, 300).toFormat(format).toBuffer())
  expect(photo).toMatchObject({ width: 400, height: 300 })
  expect(photo.data).toHaveLength(400 * 300 * 3)
  expect(photo.data[0]).toBeCloseTo(0x80, -1)
})

test('decodePhoto applies the orientation that the camera wrote down', async () => {
  const photo = await decodePhoto(await blank(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(photo).toMatchObject({ width: 300, height: 400 })
})

test('decodePhoto shrinks a large photo', async () => {
  const photo = await decodePhoto(await blank(4000, 3000).jpeg().toBuffer())
  expect(photo).toMatchObject({ width: 2400, height: 1800 })
})

test.each([
  ['more than 6 MB', new Uint8Array(6 * 1024 * 1024 + 1), 'IMAGE_TOO_LARGE'],
  ['nothing', new Uint8Array(), 'IMAGE_UNREADABLE'],
  [
    'a text',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
    'IMAGE_UNREADABLE',
  ],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'IMAGE_UNREADABLE'],
  ['a JPEG that ends early', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'IMAGE_UNREADABLE'],
])('decodePhoto refuses %s', async (_, bytes, code) => {
  await expect(decodePhoto(bytes)).rejects.toMatchObject({ code })
})

test('decodePhoto refuses a picture of too many pixels by its header', async () => {
  const bomb = await blank(10_000, 5_100).png({ compressionLevel: 9 }).toBuffer()
  await expect(decodePhoto(bomb)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
})

test('decodePhoto refuses a picture in which a card could not be read', async () => {
  await expect(decodePhoto(await blank(900, 150).jpeg().toBuffer())).rejects.toMatchObject({
    code: 'IMAGE_UNREADABLE',
  })
})
