import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLooks } from '@nansha/core/face/match-photos'
import { expect, it } from 'vitest'
import { challengeOf, frameOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'
import { cropFace, onCard } from '#support/faces'

it.each([
  [0, challengeOf('close-eyes', 'turn-left', 'open-mouth')],
  [4, challengeOf('open-mouth', 'turn-right', 'close-eyes')],
])('checkLiveness recognises person %i acting as asked', async (person, challenge) => {
  const engine = await testEngine()
  const seen = await checkLiveness(engine, challenge, await honestCapture(person, challenge))
  expect(seen.map(({ step }) => step)).toEqual([0, 0, 1, 2, 3])
  const matched = await matchLooks(engine, seen, 1, await onCard(await cropFace(person)))
  expect(matched).toMatchObject({ decision: 'match', portrait: expect.any(String) })
})

it('checkLiveness asks a person who looks aside at the start to look at the camera', async () => {
  const challenge = challengeOf('turn-right', 'open-mouth', 'close-eyes')
  const [first, , ...rest] = await honestCapture(7, challenge)
  const aside = await frameOf(7, 'turn-left', 9)
  await expect(
    checkLiveness(await testEngine(), challenge, [first as Buffer, aside, ...rest]),
  ).rejects.toMatchObject({ code: 'FACE_TURNED', details: { step: 0 } })
})

it.each([
  ['look-straight', 'open-mouth', 1],
  ['open-mouth', 'look-straight', 2],
] as const)(
  'checkLiveness takes no frame that shows %s where it asked for something else',
  async (doing, _, step) => {
    const challenge = challengeOf('turn-left', 'close-eyes', 'turn-right')
    const frames = await honestCapture(0, challenge)
    frames[step + 1] = await frameOf(0, doing, 9)
    await expect(checkLiveness(await testEngine(), challenge, frames)).rejects.toMatchObject({
      code: 'LIVENESS_ACTION',
      details: { step },
    })
  },
)
