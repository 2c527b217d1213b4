import { readEmblemSide } from '@nansha/core/document/read-emblem-side'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { expect } from 'vitest'
import type { EmblemSideText } from '#demo/specimen/draw-emblem-side'
import type { PermanentSideText } from '#demo/specimen/draw-permanent-side'
import { photoOfEmblemSide, photoOfPermanentSide } from './card-photos'
import { openLocalReader } from './open-local-reader'

const reader = openLocalReader()

/** The number is one that the immigration administration published as a specimen. */
const PERMANENT_CARD: PermanentSideText = {
  name: 'SPECIMEN, ANNA MARIA',
  chineseName: '白安娜',
  sex: 'female',
  birth: '1981-08-03',
  nationality: { zh: '加拿大', code: 'CAN' },
  validFrom: '2024-01-15',
  validUntil: '2034-01-15',
  number: '911124198108030024',
}

/** Its other side; the days of the validity are not printed there. */
const PERMANENT_EMBLEM: EmblemSideText = {
  authority: '中华人民共和国国家移民管理局',
  validFrom: '2024-01-15',
  validUntil: '2034-01-15',
  document: 'permanent-resident-card',
}

/** What is read of a foreign permanent resident's card that is drawn and photographed. @param shot the name of how it is held */
async function readPermanent(changes: Partial<PermanentSideText>, shot: string) {
  const photo = await photoOfPermanentSide({ ...PERMANENT_CARD, ...changes }, shot)
  const { fields } = await readPortraitSide(await reader, await decodePhoto(photo))
  if (!('nationality' in fields)) throw new Error('A card of another kind was read.')
  return fields
}

/** What is read of the other side of such a card. */
export async function readPermanentEmblem(shot: string) {
  const photo = await photoOfEmblemSide(PERMANENT_EMBLEM, shot)
  return readEmblemSide(await reader, await decodePhoto(photo))
}

/** All eight values are right. @param misread what is known to be read otherwise than it is drawn */
export async function expectPermanent(
  changes: Partial<PermanentSideText>,
  shot: string,
  misread: Partial<PermanentSideText> = {},
) {
  const { birth, nationality, ...rest } = { ...PERMANENT_CARD, ...changes, ...misread }
  const fields = await readPermanent(changes, shot)
  expect(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))).toEqual({
    ...rest,
    birthdate: birth,
    nationality: nationality.code,
  })
  return fields
}
