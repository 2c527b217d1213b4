import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'

it('checkLiveness refuses the right actions in another order', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const acted = await honestCapture(0, challenge)
  const shuffled = [0, 1, 3, 2, 4].map((number) => acted[number] as Buffer)
  await expect(checkLiveness(await testEngine(), challenge, shuffled)).rejects.toMatchObject({
    code: 'LIVENESS_ACTION',
    details: { step: 1 },
  })
})
