import { photoDigest } from '@nansha/core/image/photo-digest'
import { expect, it } from 'vitest'
import { createFaceFunction } from '../../../cloudfunctions/face/face-function'
import { challengeOf, honestCapture } from '../../support/capture'
import { testEngine } from '../../support/face-models'
import { asSelfie, cropFace, emptyRoom } from '../../support/faces'

const portrait = await cropFace(0)
const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const capture = await honestCapture(0, challenge)
const frames = capture.map(({ step, at }) => ({ fileId: `frame-${step}`, step, at }))
const files = new Map<string, Uint8Array>([
  ...capture.map(({ step, bytes }) => [`frame-${step}`, bytes] as const),
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

it('checks that a live person acts, and compares their best frame with the card', async () => {
  const result = await faceFunction('scf')({ action: 'liveness', challenge, frames, reference: 'card' })
  expect(result).toMatchObject({ ok: true, best: 'frame-0', decision: 'match' })
  expect(result).toHaveProperty('digests.length', frames.length)
})

it('takes a photo that was exchanged since for one that is missing', async () => {
  const digest = photoDigest(portrait)
  const match = { action: 'match', probe: 'selfie', reference: 'card' }
  const face = faceFunction('scf')
  expect(await face({ ...match, referenceDigest: digest })).toMatchObject({ ok: true })
  const missing = { ok: false, code: 'IMAGE_MISSING' }
  expect(await face({ ...match, probeDigest: digest })).toEqual({ ...missing, which: 'probe' })
  const live = { action: 'liveness', challenge, frames, reference: 'selfie', referenceDigest: digest }
  expect(await face(live)).toEqual({ ...missing, which: 'reference' })
})

it('answers with a portrait alone when there is nothing to compare with', async () => {
  const result = await faceFunction('scf')({ action: 'liveness', challenge, frames })
  expect(Object.keys(result).sort()).toEqual(['best', 'digests', 'ok', 'portrait'])
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
    { ok: false, code: 'INPUT_INVALID', field: 'reference' },
  ],
  [{ action: 'delete' }, { ok: false, code: 'INPUT_INVALID', field: 'action' }],
  [
    { action: 'liveness', challenge, frames: frames.slice(1) },
    { ok: false, code: 'LIVENESS_TIMING', step: 0 },
  ],
  [
    { action: 'liveness', challenge, frames: frames.map((frame) => ({ ...frame, fileId: 'gone' })) },
    { ok: false, code: 'IMAGE_MISSING', step: 0 },
  ],
  [null, { ok: false, code: 'INPUT_INVALID', field: '' }],
])('answers %j with %j', async (event, answer) => {
  expect(await faceFunction('scf')(event)).toEqual(answer)
})
