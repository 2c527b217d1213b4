import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { createOfflineWorld } from '../support/offline-world'

it('a revoked credential does not become valid by an older status list', async () => {
  const world = await createOfflineWorld()
  const before = await world.download()
  world.clock.now += 600_000
  await world.setCredential({ status: 'revoked' })
  const { memory } = await world.open()
  const after = await world.download()

  const mixed = { ...after, statusLists: before.statusLists }
  await expect(verifyBundle(mixed, memory, NOW + 600, verifyWithNoble)).rejects.toMatchObject({
    code: 'TRUST_INVALID',
  })
  await expect(verifyBundle(before, memory, NOW + 600, verifyWithNoble)).rejects.toMatchObject({
    code: 'TRUST_INVALID',
  })
})

it('a revoked credential does not become valid by a bundle without its status list', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const without = { ...bundle, statusLists: new Map() }
  await expect(world.verify(await world.frames(), without)).rejects.toMatchObject({
    code: 'TRUST_OUTDATED',
    details: { check: 'STATUS_LIST' },
  })
})
