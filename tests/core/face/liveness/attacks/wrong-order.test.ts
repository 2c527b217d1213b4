import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '../../../../support/capture'
import { testEngine } from '../../../../support/face-models'

const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const acted = await honestCapture(0, challenge)

it('does the right actions in another order', async () => {
  const [rest, first, second, third] = acted.map(({ bytes }) => bytes) as [Buffer, Buffer, Buffer, Buffer]
  const shuffled = [rest, second, first, third].map((bytes, step) => ({
    step,
    at: 1000 + 1500 * step,
    bytes,
  }))
  await expect(checkLiveness(await testEngine(), challenge, shuffled)).rejects.toMatchObject({
    code: 'LIVENESS_ACTION',
    details: { step: 1 },
  })
})

it('does them in order of time but not of the steps', async () => {
  const relabelled = acted.map((frame, index) => ({ ...frame, step: [0, 2, 1, 3][index] as number }))
  await expect(checkLiveness(await testEngine(), challenge, relabelled)).rejects.toMatchObject({
    code: 'LIVENESS_TIMING',
  })
})
