import { unpackPass } from '@nansha/shared/pass/pack-pass'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { createOfflineWorld } from '#support/offline-world'

it.each([
  ['in its own second, where the clock has not reached that', -5, 0],
  ['when it is', 5, 5],
])('a pass is shown %s', async (_, clock, shown) => {
  const world = await createOfflineWorld()
  const { proof } = await world.frames({ issuedAt: NOW + clock })
  expect(unpackPass(proof)?.shownAt).toBe(NOW + shown)
})

it.each(['', 'pass', 'a.b.c~'])('a pass is not shown when it is none: %j', async (pass) => {
  const { key } = await createOfflineWorld()
  expect(() => presentPass({ key, pass, scenario: 'gate', issuedAt: NOW })).toThrow(RangeError)
})
