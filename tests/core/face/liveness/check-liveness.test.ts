import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLook } from '@nansha/core/face/match-photos'
import { expect, it } from 'vitest'
import { challengeOf, frameOf, honestCapture } from '../../../support/capture'
import { testEngine } from '../../../support/face-models'
import { cropFace, onCard } from '../../../support/faces'

it.each([
  [0, challengeOf('close-eyes', 'turn-left', 'open-mouth')],
  [4, challengeOf('open-mouth', 'turn-right', 'close-eyes')],
])('recognises person %i acting as asked', async (person, challenge) => {
  const engine = await testEngine()
  const frames = await honestCapture(person, challenge)
  const { best, bestFrame, digests } = await checkLiveness(engine, challenge, frames)
  expect(bestFrame).toBe(0)
  expect(new Set(digests).size).toBe(frames.length)
  expect((await matchLook(engine, best, await onCard(await cropFace(person)))).decision).toBe('match')
})

it('takes the sharpest of the straight frames, and needs the action in one frame of its step only', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const honest = await honestCapture(0, challenge)
  const early = { step: 1, at: 2000, bytes: await frameOf(0, 'look-straight', 40) }
  const second = { step: 0, at: 1400, bytes: await cropFace(0) }
  const frames = [...honest, early, second].sort((a, b) => a.at - b.at)
  const { bestFrame } = await checkLiveness(await testEngine(), challenge, frames)
  expect(bestFrame).toBe(1)
})

it('asks a person who looks aside at the start to look at the camera', async () => {
  const challenge = challengeOf('turn-right', 'open-mouth', 'close-eyes')
  const [first, ...rest] = await honestCapture(7, challenge)
  const aside = { ...first, step: 0, at: 1000, bytes: await frameOf(7, 'turn-left', 9) }
  await expect(checkLiveness(await testEngine(), challenge, [aside, ...rest])).rejects.toMatchObject({
    code: 'FACE_TURNED',
    details: { step: 0 },
  })
})
