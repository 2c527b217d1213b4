import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { challengeOf } from '#support/capture'
import { testEngine } from '#support/face-models'
import { cropFace } from '#support/faces'

it('checkLiveness refuses one picture compressed anew for every step', async () => {
  const photo = await cropFace(0)
  const frames = await Promise.all(
    [90, 88, 85, 80, 75].map((quality) => sharp(photo).jpeg({ quality }).toBuffer()),
  )
  const challenge = challengeOf('turn-left', 'open-mouth', 'close-eyes')
  await expect(checkLiveness(await testEngine(), challenge, frames)).rejects.toMatchObject({
    code: 'LIVENESS_STILL',
    details: { step: 1 },
  })
})
