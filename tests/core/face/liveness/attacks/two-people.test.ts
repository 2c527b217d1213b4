import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'
import { cropFace, sideBySide } from '#support/faces'

it('checkLiveness refuses a second face beside the first', async () => {
  const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
  const frames = await honestCapture(0, challenge)
  const crowded = await sideBySide(await cropFace(0), await cropFace(1))
  const capture = frames.map((frame, number) => (number === 3 ? crowded : frame))
  await expect(checkLiveness(await testEngine(), challenge, capture)).rejects.toMatchObject({
    code: 'FACE_MULTIPLE',
    details: { step: 2 },
  })
})
