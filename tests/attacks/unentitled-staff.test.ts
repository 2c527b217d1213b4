import { createBundle } from '@nansha/core/verify/create-bundle'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '../support/world'

it('an account that is nobody’s staff learns nothing, not even whether a ticket is genuine', async () => {
  const world = await createWorld()
  const genuine = world.show(await world.giveHandle())
  for (const ticket of [genuine, world.show('A'.repeat(22)), 'x']) {
    await expect(
      verifyTicket(world.ports, 'wxverifier:stranger', { scenario: 'hotel', ticket }),
    ).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
  }
  await expect(createBundle(world.ports, 'wxverifier:stranger')).rejects.toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
  expect(world.database.dump().uses).toBeUndefined()
  expect(world.database.dump().events).toBeUndefined()
})

it('staff of a hotel cannot ask what only a gate may', async () => {
  const world = await createWorld()
  await world.setOrganisation({ scenarios: ['hotel'] })
  const ticket = world.show(await world.giveHandle(), { scenario: 'gate' })
  await expect(verifyTicket(world.ports, CLERK, { scenario: 'gate', ticket })).rejects.toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
})
