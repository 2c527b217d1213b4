import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { createOfflineWorld } from '../support/offline-world'
import { CLERK } from '../support/world'

it('codes cannot be made ahead on a phone whose clock was set forward', async () => {
  const world = await createOfflineWorld()
  const ticket = world.show(await world.giveHandle(), { issuedAt: NOW + 3600 })
  await expect(verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).rejects.toMatchObject({
    code: 'TICKET_FUTURE',
  })
  const frames = await world.frames({ issuedAt: NOW + 3600 })
  await expect(world.verify(frames, await world.open())).rejects.toMatchObject({ code: 'TICKET_FUTURE' })
})
