import { CAST, type CastMember } from '@nansha/localcloud/demo/cast'
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

/** Whose face `cropFace` cuts out at each index. */
const FACES = ['li-wanqing', 'zhao-lin', 'ouyang-ruolan']
/** How far a hand moves the picture, pixels. */
const SWAY = 24
let taken = 0

/**
 * Somebody of the cast before a camera in a hand: does what they are told, and no two pictures of them are the same.
 * @param index in {@link CAST}; their registered portrait is `cropFace` of the same index
 */
export function actorOf(index: 0 | 1 | 2): (act: Act) => Promise<Buffer> {
  const member = CAST.find(({ person }) => person.id === FACES[index]) as CastMember
  return async (act) => {
    const picture = sharp(await actedSelfie(member, act))
    const [left, top] = [(taken * 11) % SWAY, (taken * 7) % (SWAY + 1)]
    taken++
    const { width, height } = await picture.metadata()
    return picture
      .extract({ left, top, width: width - SWAY, height: height - SWAY })
      .jpeg({ quality: 92 })
      .toBuffer()
  }
}
