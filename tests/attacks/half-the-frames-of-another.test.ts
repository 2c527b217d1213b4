import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf } from '../support/capture'
import { testEngine } from '../support/face-models'
import { sharedCapture } from '../support/lookalike'

it('frames of a similar person mixed into a capture are refused', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'close-eyes')
  const by = ['person', 'person', 'person', 'lookalike', 'lookalike'] as const
  const frames = await sharedCapture(0, 1, challenge, by)
  await expect(checkLiveness(await testEngine(), challenge, frames)).rejects.toMatchObject({
    code: 'LIVENESS_PERSON',
    details: { step: 2 },
  })
})
