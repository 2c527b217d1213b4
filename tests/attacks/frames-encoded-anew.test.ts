import { randomBytes } from 'node:crypto'
import { fingerprint } from '@nansha/core/face/liveness/fingerprint'
import { readImage } from '@nansha/core/face/read-image'
import { photoDigest } from '@nansha/core/image/photo-digest'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { CAST, type CastMember } from '#demo/cast'
import type { Act } from '#demo/specimen/act-face'
import { actedSelfie } from '../support/acted-cast'
import { createEnrolPorts, SAME_PERSON } from '../support/enrol-ports'
import { enrolCitizen } from '../support/enrolled-citizen'

const [member] = CAST as [CastMember]
const ACTS: readonly Act[] = ['look-straight', 'turn-left', 'turn-right', 'open-mouth', 'close-eyes']
const captured = await Promise.all(ACTS.map((act) => actedSelfie(member, act)))
let cloud: ReturnType<typeof createEnrolPorts>
/** What lies at the paths of the frames: the challenge is met, and only what the frames look like is left to tell. */
let film: readonly Buffer[]
beforeEach(() => {
  cloud = createEnrolPorts()
  film = captured
  cloud.world.liveness = async () => {
    const fingerprints = await Promise.all(film.map(async (frame) => fingerprint(await readImage(frame))))
    return { match: SAME_PERSON, fingerprints }
  }
})

it('a capture that was seen on a number is no other one for being encoded anew, whoever shows it', async () => {
  await expect(enrolCitizen(cloud, 'wxc:victim')).resolves.toHaveProperty('credential')
  const changes = [
    (frame: Buffer) => sharp(frame).jpeg({ quality: 70 }),
    (frame: Buffer) => sharp(frame).resize({ width: 450 }).webp({ quality: 60 }),
    (frame: Buffer) => sharp(frame).linear(1.1, 3).jpeg(),
  ]
  for (const change of changes) {
    film = await Promise.all(captured.map((frame) => change(frame).toBuffer()))
    expect(film.map((frame) => photoDigest(frame))).not.toEqual(captured.map((frame) => photoDigest(frame)))
    await expect(enrolCitizen(cloud, `wxc:${randomBytes(4).toString('hex')}`)).rejects.toMatchObject({
      code: 'LIVENESS_STILL',
      details: { which: 'selfie' },
    })
  }
})

it('the same person filmed again is not taken for their former film', async () => {
  await expect(enrolCitizen(cloud, 'wxc:victim')).resolves.toHaveProperty('credential')
  const { width, height } = await sharp(captured[0]).metadata()
  const aside = { left: 17, top: 21, width: width - 21, height: height - 21 }
  film = await Promise.all(captured.map((frame) => sharp(frame).extract(aside).rotate(2).jpeg().toBuffer()))
  await expect(enrolCitizen(cloud, 'wxc:victim')).resolves.toHaveProperty('readyAt')
})
