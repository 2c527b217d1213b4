import { photoDigest } from '@nansha/core/image/photo-digest'
import { expect, it } from 'vitest'
import { createFaceFunction } from '#functions/face/face-function'
import { NOW_MS } from '#support/clock'
import { asSelfie, cropFace, emptyRoom } from '#support/faces'
import { silently } from '#support/silent-log'
import { challengeOf, honestCapture } from '../../support/capture'
import { testEngine } from '../../support/face-models'

const portrait = await cropFace(0)
const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const capture = await honestCapture(0, challenge)
const frames = capture.map((bytes, number) => ({ fileId: `frame-${number}`, digest: photoDigest(bytes) }))
const files = new Map<string, Uint8Array>([
  ...capture.map((bytes, number) => [`frame-${number}`, bytes] as const),
  ['selfie', await asSelfie(portrait, 1)],
  ['card', portrait],
  ['room', await emptyRoom()],
])

function faceFunction(...source: string[]) {
  return createFaceFunction({
    caller: () => ({ account: { appId: 'app', openId: 'someone' }, source }),
    record: silently,
    download: async (fileId) => files.get(fileId) ?? null,
    now: () => NOW_MS,
    engine: testEngine(),
  })
}

const [selfie, card] = [{ fileId: 'selfie' }, { fileId: 'card' }]
const match = { action: 'match', probes: [selfie], reference: card }
const live = { action: 'liveness', challenge, frames, shown: 0, reference: card }

it('the face function matches stored photos for another function', async () => {
  const result = await faceFunction('wx_client', 'scf')(match)
  expect(result).toMatchObject({ ok: true, decision: 'match' })
})

it('the face function checks that a live person acts, and compares all their frames with the card', async () => {
  const face = faceFunction('scf')
  const result = await face(live)
  expect(result).toMatchObject({ ok: true, decision: 'match' })
  const other = await face({ ...live, shown: 1 })
  expect(other).not.toMatchObject({ portrait: (result as unknown as { portrait: string }).portrait })
})

it('the face function takes a photo that was exchanged since for one that is missing', async () => {
  const digest = photoDigest(portrait)
  const face = faceFunction('scf')
  expect(await face({ ...match, reference: { ...card, digest } })).toMatchObject({ ok: true })
  const missing = { ok: false, serverTime: NOW_MS, code: 'IMAGE_MISSING' }
  expect(await face({ ...match, probes: [{ ...selfie, digest }] })).toEqual({
    ...missing,
    details: { which: 'probe' },
  })
  expect(await face({ ...live, reference: { ...selfie, digest } })).toEqual({
    ...missing,
    details: { which: 'reference' },
  })
  const exchanged = frames.map((frame, number) => (number === 3 ? { ...frame, digest } : frame))
  expect(await face({ ...live, frames: exchanged })).toEqual({ ...missing, details: { step: 2 } })
})

it.each([['wx_client'], ['wx_devtools'], ['wx_http'], ['wx_trigger'], ['scf,wx_client']])(
  'the face function is closed to %s',
  async (source) => {
    const result = await faceFunction(...source.split(','))(match)
    expect(result).toEqual({ ok: false, serverTime: NOW_MS, code: 'CALLER_FORBIDDEN', details: {} })
  },
)

it.each([
  [
    { ...match, probes: [{ fileId: 'gone' }] },
    { code: 'IMAGE_MISSING', details: { which: 'probe' } },
  ],
  [
    { ...match, reference: { fileId: 'gone' } },
    { code: 'IMAGE_MISSING', details: { which: 'reference' } },
  ],
  [
    { ...match, probes: [{ fileId: 'room' }] },
    { code: 'FACE_NOT_FOUND', details: { which: 'probe' } },
  ],
  [
    { action: 'match', probes: [selfie] },
    { code: 'INPUT_INVALID', details: { field: 'reference' } },
  ],
  [
    { ...live, shown: 2 },
    { code: 'INPUT_INVALID', details: { field: 'shown' } },
  ],
  [{ action: 'delete' }, { code: 'INPUT_INVALID', details: { field: 'action' } }],
  [
    { ...live, frames: frames.slice(1) },
    { code: 'LIVENESS_TIMING', details: { step: 3 } },
  ],
  [
    { ...live, frames: frames.map((frame) => ({ ...frame, fileId: 'gone' })) },
    { code: 'IMAGE_MISSING', details: { step: 0 } },
  ],
  [null, { code: 'INPUT_INVALID', details: { field: '' } }],
])('the face function answers %j with %j', async (event, refusal) => {
  expect(await faceFunction('scf')(event)).toEqual({ ok: false, serverTime: NOW_MS, ...refusal })
})
