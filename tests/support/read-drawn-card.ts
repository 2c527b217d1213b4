import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { expect } from 'vitest'
import type { CardText } from '#demo/specimen/draw-card'
import { photoOfCard } from './card-photos'
import { openLocalReader } from './open-local-reader'

const INPUTS = path.resolve(import.meta.dirname, '../core/document/inputs')
const reader = openLocalReader()
export const CARD: CardText = {
  name: '王芳',
  sex: 'female',
  ethnicity: '汉',
  birth: '1985-03-12',
  address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
  number: '44011519850312002X',
}

async function readPhoto(photo: Uint8Array) {
  const { fields } = await readPortraitSide(await reader, await decodePhoto(photo))
  if ('nationality' in fields) throw new Error('A card of a foreign permanent resident was read.')
  return fields
}

/** What is read of a card that is drawn and photographed. @param shot the name of how it is held */
export const read = async (card: CardText, shot: string) => readPhoto(await photoOfCard(card, shot))

/** All six values are right, whatever is special about one of them. @param photo drawn, or by its file's name */
export async function expectRead(changes: Partial<CardText>, photo: string) {
  const card = { ...CARD, ...changes }
  const fields = photo.endsWith('.jpg')
    ? await readPhoto(await readFile(path.join(INPUTS, photo)))
    : await read(card, photo)
  const { birth, ...rest } = card
  expect(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))).toEqual({
    ...rest,
    birthdate: birth,
  })
  return fields
}
