import { checkQuality } from '@nansha/core/face/liveness/check-quality'
import { lookAt } from '@nansha/core/face/look'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { testEngine } from '#support/face-models'
import { asSelfie, cropFace } from '#support/faces'

async function quality(photo: Buffer): Promise<void> {
  const { picture, face } = await lookAt(await testEngine(), photo, {})
  checkQuality(picture, face, 2)
}

it.each([0, 1, 2, 3, 4, 5, 7, 8, 9])('the quality check accepts the face of person %i', async (person) => {
  await expect(quality(await asSelfie(await cropFace(person), person))).resolves.toBeUndefined()
})

const person = await cropFace(0)
it.each([
  ['FACE_BLURRED', () => sharp(person).blur(7)],
  ['FACE_DARK', () => sharp(person).linear(0.25, 0)],
  ['FACE_BRIGHT', () => sharp(person).linear(2, 60)],
  ['FACE_TOO_SMALL', () => sharp(person).extend({ top: 900, left: 700, right: 700, bottom: 100 })],
  ['FACE_CUT_OFF', () => sharp(person).extract({ left: 0, top: 0, width: 480, height: 440 })],
])('the quality check asks for another picture: %s', async (code, photo) => {
  await expect(quality(await photo().jpeg().toBuffer())).rejects.toMatchObject({ code, details: { step: 2 } })
})
