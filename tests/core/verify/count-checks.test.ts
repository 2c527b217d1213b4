import type { AccountKey } from '@nansha/core/records/account-key'
import { STAFF } from '@nansha/core/records/staff'
import { USES } from '@nansha/core/records/uses'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { countChecks } from '@nansha/core/verify/count-checks'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { CLERK, createWorld, OTHER_CLERK, type World } from '#support/world'

const MANAGER = 'wxverifier:manager'
let world: World
beforeEach(async () => {
  world = await createWorld()
  await world.database.in(STAFF).put({
    _id: MANAGER,
    organisationId: 'organisation-1',
    role: 'manager',
    name: '陈静',
    joinedAt: new Date(0),
  })
})
const day = () => dateInChina(world.clock.now)
const figures = () => countChecks(world.ports, MANAGER, day())
async function check(seconds: number, portraitMatches = true, account: AccountKey = CLERK) {
  const ticket = world.show(await world.giveHandle())
  const { useId } = await verifyTicket(world.ports, account, { scenario: 'hotel', ticket })
  world.clock.now += seconds * 1000
  await confirmUse(world.ports, account, { useId, portraitMatches })
  return useId
}

it('a day’s checks are counted with the median time from the code to the decision', async () => {
  await check(4)
  await check(30)
  const last = await check(8, false)
  expect(await figures()).toEqual({
    day: day(),
    shown: 0,
    accepted: 2,
    refused: 1,
    disputed: 0,
    cards: { matches: 0, differs: 0, missing: 0 },
    medianSeconds: 8,
  })
  await world.database.in(USES).update(last, { state: 'disputed' })
  expect(await figures()).toMatchObject({ refused: 0, disputed: 1 })
})

it('a check that nobody decided counts as shown, and not in the median', async () => {
  await check(4)
  const ticket = world.show(await world.giveHandle())
  await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
  expect(await figures()).toMatchObject({ shown: 1, accepted: 1, medianSeconds: 4 })
})

it('a day without checks has no median, and neither another day nor another organisation counts', async () => {
  await check(3, true, OTHER_CLERK)
  await check(5)
  world.clock.now += DAY_MS
  expect(await figures()).toMatchObject({ accepted: 0 })
  expect(await figures()).not.toHaveProperty('medianSeconds')
})

it('a clerk is told no figures', async () => {
  await expect(countChecks(world.ports, CLERK, day())).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
})
