import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '../support/offline-world'
import { CLERK } from '../support/world'

it('a ticket for one purpose opens no other', async () => {
  const world = await createOfflineWorld()
  for (const scenario of SCENARIO_NAMES.filter(
    (name) => name !== 'hotel' && SCENARIOS[name].startsFrom === 'holder-qr',
  )) {
    const ticket = world.show(await world.giveHandle())
    await expect(verifyTicket(world.ports, CLERK, { scenario, ticket })).rejects.toMatchObject({
      code: 'SCENARIO_MISMATCH',
    })
  }
})

it('a gate pass proves no age, and the holder cannot say that it does', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  await expect(world.verify(await world.frames(), bundle, { scenario: 'age' })).rejects.toMatchObject({
    code: 'SCENARIO_MISMATCH',
  })
  const relabelled = await world.frames({ scenario: 'age' })
  await expect(world.verify(relabelled, bundle, { scenario: 'age' })).rejects.toMatchObject({
    code: 'SCENARIO_MISMATCH',
  })
})
