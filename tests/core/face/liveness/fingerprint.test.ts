import { differences, fingerprint } from '@nansha/core/face/liveness/fingerprint'
import { readImage } from '@nansha/core/face/read-image'
import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { CAST, type CastMember } from '#demo/cast'
import { actedSelfie } from '#support/acted-cast'

const [member] = CAST as [CastMember]
const photo = await actedSelfie(member, 'look-straight')
const fingerprintOf = async (picture: Sharp) => fingerprint(await readImage(await picture.jpeg().toBuffer()))
const own = fingerprint(await readImage(photo))

it.each([
  ['compressed anew', () => sharp(photo).jpeg({ quality: 55 })],
  ['half as large', () => sharp(photo).resize({ width: 300 })],
  ['brighter', () => sharp(photo).linear(1.2, 5)],
  ['a little softer', () => sharp(photo).blur(1.3)],
])('the fingerprint of a frame stays when a frame is %s', async (_, change) => {
  expect(differences(own, await fingerprintOf(change()))).toBeLessThanOrEqual(24)
})

it('the fingerprint of a frame differs for another act, another place in view, and another person', async () => {
  const { width, height } = await sharp(photo).metadata()
  const aside = sharp(photo).extract({ left: 18, top: 18, width: width - 18, height: height - 18 })
  const others = [
    await fingerprintOf(aside),
    await fingerprintOf(sharp(await actedSelfie(member, 'turn-left'))),
    await fingerprintOf(sharp(await actedSelfie(CAST[1] as CastMember, 'look-straight'))),
  ]
  for (const other of others) expect(differences(own, other)).toBeGreaterThan(30)
})

it('the fingerprint of a frame is 255 signs long and is compared with none of another length', () => {
  expect(Buffer.from(own, 'base64url')).toHaveLength(32)
  expect(() => differences(own, '')).toThrow(RangeError)
})
