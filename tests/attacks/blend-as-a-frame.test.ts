import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { blendFaces } from '../support/blended-face'
import { challengeOf, honestCapture } from '../support/capture'
import { testEngine } from '../support/face-models'
import { asSelfie, cropFace } from '../support/faces'

it.each([
  [4, 5],
  [0, 3],
] as const)(
  'a capture of person %i is refused with a look that is half of person %i',
  async (thief, victim) => {
    const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
    const [first, , ...acted] = (await honestCapture(thief, challenge)) as [Buffer, Buffer, ...Buffer[]]
    const blend = await asSelfie(await blendFaces(await cropFace(thief), await cropFace(victim)), 1)
    await expect(
      checkLiveness(await testEngine(), challenge, [first, blend, ...acted]),
    ).rejects.toMatchObject({
      code: 'LIVENESS_PERSON',
      details: { step: 0 },
    })
  },
)
