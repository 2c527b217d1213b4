import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { CLERK, createWorld, OTHER_CLERK } from '../support/world'

it('of two desks that check a ticket within the same millisecond, one accepts', async () => {
  for (let time = 0; time < 20; time++) {
    const world = await createWorld()
    const ticket = world.show(await world.giveHandle())
    const both = await Promise.allSettled(
      [CLERK, OTHER_CLERK].map((account) =>
        verifyTicket(world.ports, account as typeof CLERK, { scenario: 'hotel', ticket }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'TICKET_REPLAYED' },
    })
  }
})

it('the next rotation of a ticket whose handle is spent is a replay too', async () => {
  const world = await createWorld()
  const handle = await world.giveHandle()
  await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(handle) })
  world.clock.now += 15_000
  await expect(
    verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(handle) }),
  ).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
})
