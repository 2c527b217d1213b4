import { readEmblemSide } from '@nansha/core/document/read-emblem-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { expect, test } from 'vitest'
import { photoOfCard, photoOfEmblemSide } from '../../support/card-photos'
import { openLocalReader } from '../../support/open-local-reader'

const reader = openLocalReader()

async function read(photo: Buffer) {
  return readEmblemSide(await reader, await decodePhoto(photo))
}

test.each([
  ['huang-jianguo', 'upsideDown', '2012-03-15', 'long-term'],
  ['wu-xiaoyu', 'quarter', '2021-07-09', '2031-07-09'],
])('readEmblemSide reads the card of %s in a photo that is %s', async (id, shot, validFrom, validUntil) => {
  const fields = await read(await photoOfEmblemSide(id, shot))
  expect(fields.authority.value).toBe('广州市公安局南沙分局')
  expect(fields.validFrom.value).toBe(validFrom)
  expect(fields.validUntil.value).toBe(validUntil)
})

test('readEmblemSide does not take the portrait side for the emblem side', async () => {
  await expect(photoOfCard('bayin').then(read)).rejects.toMatchObject({ code: 'CARD_WRONG_SIDE' })
})
