import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'

it('checkLiveness refuses one frame for two steps', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-left')
  const [first, second, turned, open] = (await honestCapture(0, challenge)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ]
  const replayed = [first, second, turned, open, turned]
  await expect(checkLiveness(await testEngine(), challenge, replayed)).rejects.toMatchObject({
    code: 'LIVENESS_STILL',
    details: { step: 3 },
  })
})
