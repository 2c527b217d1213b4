import { findFaces } from '@nansha/core/face/find-faces'
import { readImage } from '@nansha/core/face/read-image'
import sharp from 'sharp'
import { ACTINGS, type Acting, actFace } from '#demo/specimen/act-face'
import { testEngine } from './face-models'

/**
 * Makes the only face in a photo act.
 * @param photo JPEG
 * @returns JPEG of the same size
 */
export async function act(photo: Buffer, acting: Partial<Acting>): Promise<Buffer> {
  const picture = await readImage(photo)
  const [face] = await findFaces((await testEngine()).nets, picture)
  if (!face) throw new Error('There is no face that could act')
  const acted = actFace({ ...picture, channels: 3 }, face.landmarks, {
    ...ACTINGS['look-straight'],
    ...acting,
  })
  return sharp(acted.data, { raw: { width: acted.width, height: acted.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
