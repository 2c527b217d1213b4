import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { createOfflineWorld } from '../support/offline-world'
import { CLERK } from '../support/world'

it('an organisation whose licence has run out verifies nothing, online or offline', async () => {
  const world = await createOfflineWorld()
  await world.setOrganisation({ licenceExpiresAt: new Date((NOW + 60) * 1000) })
  const bundle = await world.open()
  expect(await world.verify(await world.frames(), bundle)).toMatchObject({ verdict: 'accept' })
  world.clock.now += 60_000
  const ticket = world.show(await world.giveHandle())
  await expect(verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).rejects.toMatchObject({
    code: 'LICENCE_EXPIRED',
  })
  await expect(world.verify(await world.frames(), bundle)).rejects.toMatchObject({ code: 'LICENCE_EXPIRED' })
})
