import { makePortraitFrame } from '@nansha/core/wallet/passes/portrait-frame'
import sharp from 'sharp'
import { expect, it } from 'vitest'

/** A picture with so many blocks beside each other and one above the other, each of another colour. */
function patchwork(blocks: number): Promise<Buffer> {
  let state = 1
  const pixels = Uint8Array.from({ length: blocks * blocks * 3 }, () => {
    state = (state * 48_271) % 0x7fff_ffff
    return state % 256
  })
  const raw = { width: blocks, height: blocks, channels: 3 } as const
  return sharp(pixels, { raw }).resize({ width: 480, height: 640, fit: 'fill' }).webp().toBuffer()
}

it('a portrait becomes grey, 60 by 80, and as good as 450 bytes allow', async () => {
  const frame = await makePortraitFrame(await patchwork(8))
  expect(frame.length).toBeLessThanOrEqual(450)
  expect(frame.length).toBeGreaterThan(400)
  const { data, info } = await sharp(frame)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 60, height: 80, channels: 3 })
  for (let at = 0; at < data.length; at += 3) expect(data[at]).toBe(data[at + 2])
})

it('a picture that is no portrait is made smaller until it fits', async () => {
  const frame = await makePortraitFrame(await patchwork(200))
  expect(frame.length).toBeLessThanOrEqual(450)
  const { width = 0, height = 0 } = await sharp(frame).metadata()
  expect(width).toBeLessThan(60)
  expect(height * 3).toBe(width * 4)
})

it('a portrait is compressed no more than it must be', async () => {
  const portrait = await patchwork(6)
  const size = { width: 60, height: 80, fit: 'cover' } as const
  const small = await sharp(portrait).resize(size).grayscale().normalise().png().toBuffer()
  const made = await Promise.all(
    Array.from({ length: 80 }, (_, at) =>
      sharp(small)
        .webp({ quality: at + 1, effort: 6 })
        .toBuffer(),
    ),
  )
  const best = made.filter(({ length }) => length <= 450).at(-1)
  expect(Buffer.compare(Buffer.from(await makePortraitFrame(portrait)), best ?? portrait)).toBe(0)
})
