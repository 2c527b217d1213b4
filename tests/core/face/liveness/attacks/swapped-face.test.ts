import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '../../../../support/capture'
import { testEngine } from '../../../../support/face-models'

it('begins as one person and goes on as another', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const [one, other] = await Promise.all([honestCapture(0, challenge), honestCapture(4, challenge)])
  const swapped = [...one.slice(0, 2), ...other.slice(2)]
  await expect(checkLiveness(await testEngine(), challenge, swapped)).rejects.toMatchObject({
    code: 'LIVENESS_PERSON',
    details: { step: 2 },
  })
})
