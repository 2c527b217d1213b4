import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '../support/offline-world'
import { CLERK } from '../support/world'

it('a picture of a ticket is worth nothing after its window', async () => {
  const world = await createOfflineWorld()
  const ticket = world.show(await world.giveHandle())
  world.clock.now += 36_000
  await expect(verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).rejects.toMatchObject({
    code: 'TICKET_EXPIRED',
  })
})

it('a picture of a pass is worth nothing after its window', async () => {
  const world = await createOfflineWorld()
  const frames = await world.frames()
  const bundle = await world.open()
  world.clock.now += 36_000
  await expect(world.verify(frames, bundle)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
})
