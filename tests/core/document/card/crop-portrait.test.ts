import { PORTRAIT } from '@nansha/core/document/card/card-layout'
import { cropPortrait } from '@nansha/core/document/card/crop-portrait'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { invertProjection } from '@nansha/shared/geometry/projection'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Shot } from '#demo/specimen/photograph-card'
import { photoOfCard, whereOnPhoto } from '#support/card-photos'

async function crop(shot: Partial<Shot>) {
  const photo = await decodePhoto(await photoOfCard('li-wanqing', shot))
  return cropPortrait(photo, invertProjection(whereOnPhoto(shot)), PORTRAIT)
}

test('cropPortrait cuts the portrait out upright and enlarged from a card that lies on its side', async () => {
  const shot = { roll: 90, tilt: 12, width: 960, height: 1280, desk: 'dark' as const }
  const { data, info } = await sharp(await crop(shot))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 640, height: 800, channels: 3 })
  const green = (x: number, y: number) => data[(Math.round(y * 800) * 640 + Math.round(x * 640)) * 3 + 1] ?? 0
  // The drawn face is skin in the middle under dark hair, on white.
  expect(green(0.5, 0.5)).toBeGreaterThan(120)
  expect(green(0.5, 0.2)).toBeLessThan(90)
  expect(green(0.15, 0.2)).toBeGreaterThan(200)
})

test.each([
  ['CARD_CUT_OFF', { offset: [0.3, 0] as const }],
  ['CARD_TOO_FAR', { fill: 0.2 }],
  ['CARD_TOO_DARK', { light: 0.08 }],
])('cropPortrait says %s of a portrait that is of no use', async (code, shot) => {
  await expect(crop(shot)).rejects.toMatchObject({ code })
})

test('cropPortrait says CARD_GLARE when a reflection covers the face', async () => {
  const photo = await decodePhoto(await photoOfCard('li-wanqing'))
  const burnt = { ...photo, data: photo.data.map((level) => Math.min(255, level * 8)) }
  await expect(cropPortrait(burnt, invertProjection(whereOnPhoto({})), PORTRAIT)).rejects.toMatchObject({
    code: 'CARD_GLARE',
  })
})
