import { CONFIRM_BELOW } from '@nansha/core/document/fields/field'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { describe, expect, test } from 'vitest'
import { photoOfCard, photoOfEmblemSide, specimen } from '../../support/card-photos'
import { openLocalReader } from '../../support/open-local-reader'

const reader = openLocalReader()

async function read(photo: Buffer) {
  return readPortraitSide(await reader, await decodePhoto(photo))
}

async function valuesOf(photo: Buffer) {
  const { fields } = await read(photo)
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))
}

function printed(id: string) {
  const { number, name, sex, ethnicity, birth, address } = specimen(id)
  return { number, name, sex, ethnicity, birthdate: birth, address }
}

test.each([
  ['bayin', 'quarter'],
  ['ouyang-ruolan', 'upsideDown'],
  ['chen-zhiming', 'allAtOnce'],
])('readPortraitSide reads the card of %s in a photo that is %s', async (id, shot) => {
  expect(await valuesOf(await photoOfCard(id, shot))).toEqual(printed(id))
})

test('readPortraitSide is sure of a plain photo', async () => {
  const { fields } = await read(await photoOfCard('chen-zhiming'))
  for (const { confidence } of Object.values(fields)) expect(confidence).toBeGreaterThan(CONFIRM_BELOW)
})

test('readPortraitSide is not sure of a name with a character that the net does not know', async () => {
  const { fields } = await read(await photoOfCard('zhang-yun'))
  expect(fields.name.confidence).toBeLessThan(CONFIRM_BELOW)
  expect(fields.number.value).toBe(specimen('zhang-yun').number)
})

describe('readPortraitSide asks for another photo', () => {
  test.each([
    ['CARD_BLURRED', { blur: 9 }],
    ['CARD_TOO_FAR', { fill: 0.13 }],
    ['CARD_CUT_OFF', { offset: [0.36, 0] as const }],
    ['CARD_GLARE', { glare: 5000 }],
  ])('with %s', async (code, shot) => {
    await expect(photoOfCard('li-wanqing', shot).then(read)).rejects.toMatchObject({ code })
  })

  test('of a card when there is none', async () => {
    const desk = await photoOfCard('li-wanqing', { offset: [3, 0] })
    await expect(read(desk)).rejects.toMatchObject({ code: 'CARD_NOT_FOUND' })
  })

  test('of the other side', async () => {
    await expect(photoOfEmblemSide('li-wanqing').then(read)).rejects.toMatchObject({
      code: 'CARD_WRONG_SIDE',
    })
  })
})
