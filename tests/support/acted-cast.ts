import sharp from 'sharp'
import { CAST, type CastMember, FACE_OF } from '#demo/cast'
import { type Act, actFace, actingOf } from '#demo/specimen/act-face'
import { padJpeg, SHORTEST } from './pad-jpeg'

/** Drawn once a person and act: a film holds fifteen frames of a few acts, and drawing one takes half a second. */
const acted = new Map<string, Promise<Buffer>>()

/** What the front camera sees while a person of the demo's cast does as asked. JPEG. */
export function actedSelfie(member: CastMember, act: Act): Promise<Buffer> {
  const name = `${member.person.id} ${act}`
  const drawn = acted.get(name) ?? drawActing(member, act)
  acted.set(name, drawn)
  return drawn
}

async function drawActing({ selfie, landmarks, facing }: CastMember, act: Act): Promise<Buffer> {
  const { data, info } = await sharp(await selfie())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const moved = actFace({ width, height, channels: 3, data }, landmarks, actingOf(act, facing))
  return sharp(moved.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** Where a hand moves the picture, pixels: places at which the detector finds all of the cast in all their acts. */
const SWAYS = [
  { left: 0, top: 0 },
  { left: 20, top: 20 },
  { left: 11, top: 7 },
] as const
const SWAY = 24
/** How a head is held, degrees: otherwise after so many frames, or a person filmed again would look like their former film. */
const TILTS = [0, 2, -2] as const
const FRAMES_A_TILT = 5
let taken = 0

/**
 * A person of the cast before a hand-held camera: does what is asked, and no two of the files are the same.
 * @param index in {@link CAST}; their registered portrait is `cropFace` of the same index
 */
export function actorOf(index: (typeof FACE_OF)[keyof typeof FACE_OF]): (act: Act) => Promise<Buffer> {
  const member = CAST.find(({ person }) => FACE_OF[person.id as keyof typeof FACE_OF] === index) as CastMember
  return async (act) => {
    const count = taken++
    const selfie = await actedSelfie(member, act)
    const { width, height } = await sharp(selfie).metadata()
    const tilt = TILTS[Math.floor(count / FRAMES_A_TILT) % TILTS.length] as number
    const tilted = await sharp(selfie)
      .rotate(tilt, { background: '#8a8580' })
      .resize(width, height, { fit: 'cover' })
      .toBuffer()
    const moved = await sharp(tilted)
      .extract({
        ...(SWAYS[count % SWAYS.length] as (typeof SWAYS)[number]),
        width: width - SWAY,
        height: height - SWAY,
      })
      .jpeg({ quality: 92 })
      .toBuffer()
    // A file that was seen before is a replay.
    return padJpeg(moved, moved.length + SHORTEST + count)
  }
}
