import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, frameOf } from '../../../../support/capture'
import { testEngine } from '../../../../support/face-models'

it('begins as one person and goes on as another', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const doing = [
    [0, 'look-straight'],
    [0, 'look-straight'],
    [0, 'turn-left'],
    [4, 'open-mouth'],
    [4, 'turn-right'],
  ] as const
  const swapped = await Promise.all(doing.map(([person, action], number) => frameOf(person, action, number)))
  await expect(checkLiveness(await testEngine(), challenge, swapped)).rejects.toMatchObject({
    // Measured against the first person's own look, another's mouth may count as no action at all.
    code: expect.stringMatching(/^LIVENESS_(PERSON|ACTION)$/),
    details: { step: 2 },
  })
})
