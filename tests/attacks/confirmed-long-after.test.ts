import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { beforeEach, expect, it } from 'vitest'
import { CLERK, createWorld, type World } from '../support/world'

let world: World
let useId: string
beforeEach(async () => {
  world = await createWorld()
  const ticket = world.show(await world.giveHandle())
  useId = (await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })).useId
})
const confirm = (portraitMatches = true) => confirmUse(world.ports, CLERK, { useId, portraitMatches })

it('a guest who was looked at long ago is neither registered nor refused', async () => {
  world.clock.now += 10 * 60_000 + 1
  for (const portraitMatches of [true, false])
    await expect(confirm(portraitMatches)).rejects.toMatchObject({ code: 'USE_EXPIRED' })
  expect(world.database.dump().waitingGuests).toBeUndefined()
  expect(world.database.dump().uses).toMatchObject([{ state: 'shown' }])
})

it('nobody is registered under a licence that ran out, or lost the purpose, since they were shown', async () => {
  for (const [changed, code] of [
    [{ licenceExpiresAt: new Date(0) }, 'LICENCE_EXPIRED'],
    [{ scenarios: ['gate'] }, 'STAFF_NOT_ENTITLED'],
  ] as const) {
    await world.setOrganisation(changed)
    await expect(confirm()).rejects.toMatchObject({ code })
  }
  expect(world.database.dump().waitingGuests).toBeUndefined()
})

it('a clerk who takes ten minutes, or asks again about what was decided in time, is answered', async () => {
  world.clock.now += 10 * 60_000
  expect(await confirm()).toEqual({ verdict: 'accepted' })
  world.clock.now += 60 * 60_000
  expect(await confirm()).toEqual({ verdict: 'accepted' })
})
