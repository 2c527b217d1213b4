import type { CastMember } from '@nansha/localcloud/demo/cast'
import { ACTINGS, type Act, actFace } from '@nansha/localcloud/specimen/act-face'
import sharp from 'sharp'

/** What the front camera sees while somebody of the demo's cast does as asked. JPEG. */
export async function actedSelfie({ selfie, landmarks }: CastMember, act: Act): Promise<Buffer> {
  const { data, info } = await sharp(await selfie())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const acted = actFace({ width, height, channels: 3, data }, landmarks, ACTINGS[act])
  return sharp(acted.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}
