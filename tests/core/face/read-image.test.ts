import { readImage, WORKING_SIDE } from '@nansha/core/face/read-image'
import { MAX_BYTES } from '@nansha/core/image/decode-photo'
import sharp from 'sharp'
import { expect, it } from 'vitest'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 100, b: 50 } } })

it('readImage decodes JPEG, PNG and WebP to RGB', async () => {
  for (const encoded of [plain(8, 6).jpeg(), plain(8, 6).png(), plain(8, 6).webp()]) {
    const picture = await readImage(await encoded.toBuffer())
    expect(picture).toMatchObject({ width: 8, height: 6 })
    expect(Math.abs((picture.data[0] as number) - 200)).toBeLessThan(6)
    expect(picture.data.length).toBe(8 * 6 * 3)
  }
})

it('readImage turns a photo as its EXIF orientation says', async () => {
  const photo = await plain(80, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect(await readImage(photo)).toMatchObject({ width: 60, height: 80 })
})

it('readImage flattens transparency and widens grey to three channels', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const transparent = sharp({ create: { width: 4, height: 4, channels: 4, background: clear } }).png()
  expect([...(await readImage(await transparent.toBuffer())).data.slice(0, 3)]).toEqual([255, 255, 255])
  const grey = await plain(4, 4).greyscale().jpeg().toBuffer()
  expect((await readImage(grey)).data.length).toBe(4 * 4 * 3)
})

it('readImage shrinks to the working size', async () => {
  const { width, height } = await readImage(await plain(4000, 3000).jpeg().toBuffer())
  expect([width, height]).toEqual([WORKING_SIDE, (WORKING_SIDE * 3) / 4])
})

it('readImage refuses a file over 6 MB unread', async () => {
  await expect(readImage(Buffer.alloc(MAX_BYTES + 1))).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
})

it('readImage refuses a small file that unpacks to a hundred million pixels', async () => {
  const bomb = await plain(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(MAX_BYTES)
  await expect(readImage(bomb)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
})

it.each([
  ['baseline JPEG', { progressive: false }, { width: WORKING_SIDE }],
  ['progressive JPEG', { progressive: true }, { code: 'IMAGE_TOO_LARGE' }],
] as const)(
  'readImage bounds an image of fifty million pixels by the cost of its decoding: %s',
  async (_, options, outcome) => {
    const photo = await plain(7000, 7000).jpeg(options).toBuffer()
    expect(await readImage(photo).catch((error: unknown) => error)).toMatchObject(outcome)
  },
)

it.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('hello')],
  [
    'SVG, which libvips would render',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  ['a JPEG header alone', Buffer.from('ffd8ffe000104a464946', 'hex')],
])('readImage refuses %s', async (_, bytes) => {
  await expect(readImage(bytes)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
})

it('readImage refuses a photo cut off in the middle', async () => {
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 251))
  const photo = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
    .jpeg()
    .toBuffer()
  await expect(readImage(photo.subarray(0, photo.length >> 1))).rejects.toMatchObject({
    code: 'IMAGE_UNREADABLE',
  })
})
