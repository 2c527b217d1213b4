import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf } from '../support/capture'
import { testEngine } from '../support/face-models'
import { sharedCapture } from '../support/lookalike'

it('two similar people who change places between frames are refused as one person', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const by = ['person', 'lookalike', 'person', 'lookalike', 'person'] as const
  const frames = await sharedCapture(0, 1, challenge, by)
  await expect(checkLiveness(await testEngine(), challenge, frames)).rejects.toMatchObject({
    code: 'LIVENESS_PERSON',
    details: { step: 0 },
  })
})
