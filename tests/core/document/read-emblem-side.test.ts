import { readEmblemSide } from '@nansha/core/document/read-emblem-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { expect, test } from 'vitest'
import { photoOfCard, photoOfEmblemSide } from '../../support/card-photos'
import { openLocalReader } from '../../support/open-local-reader'

const reader = openLocalReader()

async function read(photo: Buffer) {
  const { document, fields } = await readEmblemSide(await reader, await decodePhoto(photo))
  if (!('validUntil' in fields)) throw new Error('A side without a validity was read.')
  return { document, fields }
}

test.each([
  ['huang-jianguo', 'upsideDown', '2012-03-15', 'long-term'],
  ['wu-xiaoyu', 'quarter', '2021-07-09', '2031-07-09'],
])('readEmblemSide reads the card of %s in a photo that is %s', async (id, shot, validFrom, validUntil) => {
  const { document, fields } = await read(await photoOfEmblemSide(id, shot))
  expect(document).toBe('resident-id-card')
  expect(fields.authority.value).toBe('广州市公安局南沙分局')
  expect(fields.validFrom.value).toBe(validFrom)
  expect(fields.validUntil.value).toBe(validUntil)
})

const PERMIT = { authority: '广州市公安局', validFrom: '2024-05-20', validUntil: '2029-05-20' }

test.each([
  ['hong-kong-macao-permit', 'tilted'],
  ['taiwan-permit', 'quarter'],
] as const)('readEmblemSide reads a %s as what it is in a photo that is %s', async (document, shot) => {
  const side = await read(await photoOfEmblemSide({ ...PERMIT, document }, shot))
  expect(side.document).toBe(document)
  const { authority, validFrom, validUntil } = side.fields
  expect({
    authority: authority.value,
    validFrom: validFrom.value,
    validUntil: validUntil.value,
  }).toEqual(PERMIT)
})

test('readEmblemSide believes no permit that is valid for longer than five years', async () => {
  const photo = await photoOfEmblemSide({ ...PERMIT, validUntil: '2034-05-20', document: 'taiwan-permit' })
  await expect(read(photo)).rejects.toMatchObject({ code: 'CARD_BLURRED' })
})

test('readEmblemSide does not take the portrait side for the emblem side', async () => {
  await expect(photoOfCard('bayin').then(read)).rejects.toMatchObject({ code: 'CARD_WRONG_SIDE' })
})
