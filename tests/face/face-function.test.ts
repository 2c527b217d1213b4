import { expect, it } from 'vitest'
import { createFaceFunction } from '../../cloudfunctions/face/face-function'
import { testEngine } from '../support/face-models'
import { asSelfie, cropFace, emptyRoom } from '../support/faces'

const portrait = await cropFace(0)
const files = new Map([
  ['selfie', await asSelfie(portrait, 1)],
  ['card', portrait],
  ['room', await emptyRoom()],
])

function faceFunction(...source: string[]) {
  return createFaceFunction({
    caller: () => ({ account: { appId: 'app', openId: 'someone' }, source }),
    download: async (fileId) => files.get(fileId) ?? null,
    engine: testEngine(),
  })
}

it('matches two stored photos for another function', async () => {
  const result = await faceFunction(
    'wx_client',
    'scf',
  )({ action: 'match', probe: 'selfie', reference: 'card' })
  expect(result).toMatchObject({ ok: true, decision: 'match' })
})

it.each([['wx_client'], ['wx_devtools'], ['wx_http'], ['wx_trigger'], ['scf,wx_client']])(
  'is closed to %s',
  async (source) => {
    const result = await faceFunction(...source.split(','))({
      action: 'match',
      probe: 'selfie',
      reference: 'card',
    })
    expect(result).toEqual({ ok: false, code: 'CALLER_FORBIDDEN' })
  },
)

it.each([
  [
    { action: 'match', probe: 'gone', reference: 'card' },
    { ok: false, code: 'IMAGE_MISSING', which: 'probe' },
  ],
  [
    { action: 'match', probe: 'selfie', reference: 'gone' },
    { ok: false, code: 'IMAGE_MISSING', which: 'reference' },
  ],
  [
    { action: 'match', probe: 'room', reference: 'card' },
    { ok: false, code: 'FACE_NOT_FOUND', which: 'probe' },
  ],
  [
    { action: 'match', probe: 'selfie' },
    { ok: false, code: 'INPUT_INVALID' },
  ],
  [{ action: 'delete' }, { ok: false, code: 'INPUT_INVALID' }],
  [null, { ok: false, code: 'INPUT_INVALID' }],
])('answers %j with %j', async (event, answer) => {
  expect(await faceFunction('scf')(event)).toEqual(answer)
})
