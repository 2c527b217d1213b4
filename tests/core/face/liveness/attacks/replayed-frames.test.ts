import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '../../../../support/capture'
import { testEngine } from '../../../../support/face-models'

const challenge = challengeOf('turn-left', 'open-mouth', 'turn-left')
const capture = await honestCapture(0, challenge)

it('uses one frame for two steps', async () => {
  const replayed = capture.map((frame) => ({ ...frame, bytes: (capture[frame.step % 3] ?? frame).bytes }))
  await expect(checkLiveness(await testEngine(), challenge, replayed)).rejects.toMatchObject({
    code: 'LIVENESS_STILL',
    details: { step: 3 },
  })
})

it('sends a set that was accepted before: its digests tell, whatever the challenge', async () => {
  const engine = await testEngine()
  const first = await checkLiveness(engine, challenge, capture)
  const again = await checkLiveness(engine, { ...challenge, id: 'BBBBBBBBBBBBBBBBBBBBBB' }, capture)
  expect(again.digests).toEqual(first.digests)
})
