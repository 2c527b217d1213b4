import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, frameOf } from '#support/capture'
import { testEngine } from '#support/face-models'

it('checkLiveness refuses a capture that begins as one person and turns as another', async () => {
  const challenge = challengeOf('turn-left', 'turn-right', 'open-mouth')
  const doing = [
    [0, 'look-straight'],
    [0, 'look-straight'],
    [0, 'turn-left'],
    [4, 'turn-right'],
    [0, 'open-mouth'],
  ] as const
  const swapped = await Promise.all(doing.map(([person, action], number) => frameOf(person, action, number)))
  await expect(checkLiveness(await testEngine(), challenge, swapped)).rejects.toMatchObject({
    code: 'LIVENESS_PERSON',
    details: { step: 2 },
  })
})
