import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { challengeOf } from '#support/capture'
import { testEngine } from '#support/face-models'
import { asSelfie, cropFace } from '#support/faces'

/** A print held before the camera, turned about its vertical axis by some degrees: everything shrinks alike. */
async function print(degrees: number, variant: number): Promise<Buffer> {
  const shrink = Math.cos((degrees * Math.PI) / 180)
  const tilted = sharp(await cropFace(0)).affine([shrink, 0, degrees / 400, 1], { background: '#77736c' })
  return asSelfie(await tilted.jpeg().toBuffer(), variant)
}

it.each(['turn-left', 'turn-right'] as const)(
  'checkLiveness does not take a turned printed photo for a head: %s',
  async (turn) => {
    const challenge = challengeOf(turn, 'open-mouth', turn)
    const angles = [0, 3, 25, -25, 35]
    const frames = await Promise.all(angles.map(print))
    await expect(checkLiveness(await testEngine(), challenge, frames)).rejects.toMatchObject({
      code: 'LIVENESS_ACTION',
      details: { step: 1 },
    })
  },
)
