import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { lookAt } from '@nansha/core/face/look'
import type { Position } from '@nansha/shared/geometry/similarity'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { challengeOf, frameOf, honestCapture } from '#support/capture'
import { testEngine } from '#support/face-models'

const engine = await testEngine()
const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')

/** Draws shapes of SVG over the face of a frame. */
async function cover(photo: Buffer, shapes: (landmarks: readonly Position[]) => string): Promise<Buffer> {
  const { picture, face } = await lookAt(engine, photo, {})
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}">${shapes(face.landmarks)}</svg>`
  return sharp(photo)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg()
    .toBuffer()
}

const mask = (colour: string) => (landmarks: readonly Position[]) => {
  const outline = [1, 29, 15, ...Array.from({ length: 11 }, (_, i) => 13 - i)]
  const points = outline.map((index) => landmarks[index] as Position).map(({ x, y }) => `${x},${y}`)
  return `<polygon points="${points.join(' ')}" fill="${colour}"/>`
}

const darkGlasses = (landmarks: readonly Position[]) =>
  [
    [36, 39],
    [42, 45],
  ]
    .map(([from, to]) => [landmarks[from as number], landmarks[to as number]] as [Position, Position])
    .map(([a, b]) => {
      const width = Math.hypot(b.x - a.x, b.y - a.y)
      return `<ellipse cx="${(a.x + b.x) / 2}" cy="${(a.y + b.y) / 2}" rx="${width * 0.8}" ry="${width * 0.6}" fill="#141414"/>`
    })
    .join('')

it.each([
  ['a surgical mask', mask('#9ec3d8')],
  ['a white mask', mask('#f2f2f2')],
  ['dark glasses', darkGlasses],
])('checkLiveness refuses a face that wears %s', async (_, shapes) => {
  const covered = await cover(await frameOf(0, 'look-straight'), shapes)
  const [, ...others] = await honestCapture(0, challenge)
  await expect(checkLiveness(engine, challenge, [covered, ...others])).rejects.toMatchObject({
    code: 'FACE_COVERED',
    details: { step: 0 },
  })
})
