import sharp from 'sharp'
import { expect, it } from 'vitest'
import { SPECIMEN_FOREIGNER } from '#demo/specimen/specimen-foreigner'
import { createDocumentFunction } from '#functions/document/document-function'
import { drawPassport } from '#support/draw-passport'
import { ZONE } from '#support/reading-desk'
import { silently } from '#support/silent-log'
import { photoOfCard, photoOfEmblemSide, photoOfPermanentSide, specimen } from '../../support/card-photos'
import { openLocalReader } from '../../support/open-local-reader'

const card = await photoOfCard('li-wanqing', { roll: -8 })
const files = new Map([
  ['card', card],
  ['emblem', await photoOfEmblemSide('li-wanqing')],
  ['expired', await photoOfEmblemSide('zhao-lin')],
  [
    'ahead',
    await photoOfEmblemSide({ ...specimen('zhao-lin'), validFrom: '2028-09-05', validUntil: '2048-09-05' }),
  ],
  ['copy', await sharp(card).greyscale().toColourspace('srgb').jpeg().toBuffer()],
])
const reader = openLocalReader()

const documentFunction = (...source: string[]) => documentFunctionAt(Date.UTC(2028, 8, 3, 16), source)

function documentFunctionAt(now: number, source: readonly string[]) {
  return createDocumentFunction({
    caller: () => ({ account: { appId: 'app', openId: 'someone' }, source }),
    record: silently,
    download: async (fileId) => files.get(fileId) ?? null,
    now: () => now,
    reader,
  })
}

it('the document function reads the portrait side for another function, with the portrait cut out', async () => {
  const result = await documentFunction(
    'wx_client',
    'scf',
  )({ action: 'read', card: 'card', side: 'portrait' })
  const { number, name } = specimen('li-wanqing')
  expect(result).toMatchObject({
    ok: true,
    side: 'portrait',
    fields: {
      number: { value: number, confirm: false },
      name: { value: name, confirm: true },
      sex: { value: 'female', confirm: false },
      birthdate: { value: '1995-11-02', confirm: false },
    },
  })
  const { portrait } = result as { portrait: string }
  expect(await sharp(Buffer.from(portrait, 'base64')).metadata()).toMatchObject({
    format: 'jpeg',
    width: 640,
    height: 800,
  })
})

it('the document function reads the emblem side', async () => {
  expect(await documentFunction('scf')({ action: 'read', card: 'emblem', side: 'emblem' })).toMatchObject({
    ok: true,
    fields: { authority: { value: '广州市公安局南沙分局' }, validUntil: { value: '2029-08-01' } },
  })
})

it('the document function reads a foreign permanent resident’s card, until the day after its last', async () => {
  files.set('foreigner', await photoOfPermanentSide(SPECIMEN_FOREIGNER, { roll: 5 }))
  const event = { action: 'read', card: 'foreigner', side: 'portrait' }
  const { name, chineseName, number } = SPECIMEN_FOREIGNER
  expect(await documentFunctionAt(Date.UTC(2034, 2, 11), ['scf'])(event)).toMatchObject({
    ok: true,
    fields: {
      number: { value: number, confirm: false },
      name: { value: name, confirm: true },
      chineseName: { value: chineseName, confirm: true },
      nationality: { value: 'SWE', confirm: false },
      validUntil: { value: '2034-03-11', confirm: false },
    },
  })
  expect(await documentFunctionAt(Date.UTC(2034, 2, 12), ['scf'])(event)).toMatchObject({
    ok: false,
    code: 'CARD_EXPIRED',
  })
})

it.each([3, 180])(
  'the document function reads the machine-readable zone of a passport at %i degrees',
  async (angle) => {
    files.set('passport', await drawPassport(ZONE, angle))
    expect(await documentFunction('scf')({ action: 'read-zone', photo: 'passport' })).toMatchObject({
      ok: true,
      zone: ZONE,
    })
  },
)

it('the document function is closed to everyone but functions', async () => {
  for (const source of ['wx_client', 'wx_devtools', 'wx_http', 'wx_trigger', 'scf,wx_client']) {
    const result = documentFunction(...source.split(','))({ action: 'read', card: 'card', side: 'portrait' })
    expect(await result).toMatchObject({ ok: false, code: 'CALLER_FORBIDDEN', details: {} })
  }
})

it.each([
  [{ action: 'read', card: 'gone', side: 'portrait' }, { code: 'IMAGE_MISSING' }],
  [{ action: 'read', card: 'card', side: 'emblem' }, { code: 'CARD_WRONG_SIDE' }],
  // 4 September 2028 in China, the day after the last
  [{ action: 'read', card: 'expired', side: 'emblem' }, { code: 'CARD_EXPIRED' }],
  [{ action: 'read', card: 'ahead', side: 'emblem' }, { code: 'CARD_NOT_YET_VALID' }],
  [{ action: 'read', card: 'copy', side: 'portrait' }, { code: 'CARD_COPY' }],
  [
    { action: 'read', card: 'card' },
    { code: 'INPUT_INVALID', details: { field: 'side' } },
  ],
  [{ action: 'read-zone', photo: 'card' }, { code: 'ZONE_UNREADABLE' }],
  [{ action: 'read-zone', photo: 'gone' }, { code: 'IMAGE_MISSING' }],
  [{ action: 'delete' }, { code: 'INPUT_INVALID' }],
])('the document function answers %j with %j', async (event, refusal) => {
  expect(await documentFunction('scf')(event)).toMatchObject({ ok: false, ...refusal })
})
