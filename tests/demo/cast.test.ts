import { findFaces } from '@nansha/core/face/find-faces'
import { readImage } from '@nansha/core/face/read-image'
import { expect, it } from 'vitest'
import { CAST, FOREIGNER } from '#demo/cast'
import { testEngine } from '../support/face-models'

it.each([...CAST, FOREIGNER])(
  'the cast of the demo knows where the landmarks of $person.id lie',
  async ({ selfie, landmarks }) => {
    const [face, other] = await findFaces((await testEngine()).nets, await readImage(await selfie()))
    expect(other).toBeUndefined()
    const distances = landmarks.map(({ x, y }, index) => {
      const found = face?.landmarks[index]
      return found ? Math.hypot(found.x - x, found.y - y) : Number.POSITIVE_INFINITY
    })
    // Of 600×800 pixels; half a pixel is rounding.
    expect(Math.max(...distances)).toBeLessThan(3)
  },
)
