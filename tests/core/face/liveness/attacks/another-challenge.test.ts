import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'

it('checkLiveness refuses a video of another challenge', async () => {
  const video = await honestCapture(0, challengeOf('turn-left', 'open-mouth', 'turn-right'))
  const asked = challengeOf('turn-left', 'close-eyes', 'turn-right')
  await expect(checkLiveness(await testEngine(), asked, video)).rejects.toMatchObject({
    code: 'LIVENESS_ACTION',
    details: { step: 2 },
  })
})
