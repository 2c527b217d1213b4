import { type CapturedFrame, requireNeverSeen } from '@nansha/core/enrol/require-never-seen'
import type { SeenCaptures } from '@nansha/core/records/seen-captures'
import { sweep } from '@nansha/core/sweep/sweep'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'

const DAY = 86_400_000
let cloud: ReturnType<typeof createEnrolPorts>
let frames: number
beforeEach(() => {
  cloud = createEnrolPorts()
  frames = 0
})

/** The signs of a picture, of which any two differ in 48. */
const signs = (picture: number) => {
  const bits = Buffer.alloc(32)
  for (const byte of [picture, picture + 10, picture + 20]) bits.writeUInt8(255, byte)
  return bits.toString('base64url')
}
const NONE = Buffer.alloc(32).toString('base64url')
/** What differs from {@link NONE} in so many signs. */
const differing = (count: number) => {
  const bits = Buffer.alloc(32)
  for (let sign = 0; sign < count; sign++)
    bits.writeUInt8(bits.readUInt8(sign >> 3) | (1 << (sign & 7)), sign >> 3)
  return bits.toString('base64url')
}
const frameOf = (fingerprint: string): CapturedFrame => ({ digest: `digest-${frames++}`, fingerprint })
const frame = (picture: number) => frameOf(signs(picture))
const show = (captured: readonly CapturedFrame[], number = 'number') =>
  requireNeverSeen(cloud.ports, number, captured)
const STILL = { code: 'LIVENESS_STILL', details: { which: 'selfie' } }

it('a frame is known to the byte for half a year, on whatever number, and the sweep keeps it that long', async () => {
  const film = frame(0)
  await show([film])
  cloud.clock.now += 180 * DAY - 1
  await sweep(cloud.ports)
  await expect(show([film, frame(1)], 'another')).rejects.toMatchObject(STILL)
})

it('what a number’s captures looked like is kept for half a year', async () => {
  await show([frame(0)])
  const { captures, expiresAt } = (cloud.database.dump().seenCaptures as unknown as [SeenCaptures])[0]
  expect(captures).toEqual([[signs(0)]])
  // To the day, so that the record tells no more of when it was made.
  const days = (expiresAt.getTime() - cloud.clock.now) / DAY
  expect(days).toBeGreaterThanOrEqual(180)
  expect(days).toBeLessThan(181)
})

it('a frame is the same when 24 of its signs differ, and another one from 25', async () => {
  for (const number of ['same', 'other']) await show([frameOf(NONE)], number)
  await expect(show([frameOf(differing(24))], 'same')).rejects.toMatchObject(STILL)
  await expect(show([frameOf(differing(25))], 'other')).resolves.toBeUndefined()
})

it('a capture is a former one when more than half of its frames are', async () => {
  await show([frame(0), frame(1)])
  await expect(show([frame(0), frame(2)])).resolves.toBeUndefined()
  await expect(show([frame(0), frame(1), frame(3)])).rejects.toMatchObject(STILL)
})

it('another number’s captures do not bear on what a capture looks like', async () => {
  await show([frame(0)])
  await expect(show([frame(0)], 'another')).resolves.toBeUndefined()
})

it('the last eight captures of a number are remembered', async () => {
  for (let picture = 0; picture < 8; picture++) await show([frame(picture)])
  await expect(show([frame(0)])).rejects.toMatchObject(STILL)
  // The refused one was remembered too, in the place of the oldest.
  await show([frame(8)])
  await expect(show([frame(1)])).resolves.toBeUndefined()
})
