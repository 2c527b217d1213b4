import { signedNow } from '@nansha/shared/clock/signed-now'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { createOfflineWorld, MEMORY } from '../support/offline-world'

it('a companion whose clock is behind what the issuer signed does not verify', async () => {
  const world = await createOfflineWorld()
  world.clock.now += 3_600_000
  const { memory } = await world.open()
  expect(() => signedNow(NOW, memory.signedTime)).toThrow(expect.objectContaining({ code: 'CLOCK_BEHIND' }))
})

it('yesterday’s bundle does not come back to life by a clock set back', async () => {
  const world = await createOfflineWorld()
  const old = await world.download()
  world.clock.now += 3_600_000
  const { memory } = await world.open()
  await expect(verifyBundle(old, memory, NOW + 3600, verifyWithNoble)).rejects.toMatchObject({
    code: 'TRUST_INVALID',
  })
  await expect(verifyBundle(old, MEMORY, NOW + 86_401, verifyWithNoble)).rejects.toMatchObject({
    code: 'TRUST_OUTDATED',
  })
})
