import type { AccountKey } from '@nansha/core/records/account-key'
import { STAFF } from '@nansha/core/records/staff'
import { USES, type Use } from '@nansha/core/records/uses'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { countChecks } from '@nansha/core/verify/count-checks'
import { recordCardCheck } from '@nansha/core/verify/record-card-check'
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

it('the median of an even number of checks lies between the middle two, rounded', async () => {
  const uses = world.database.in(USES)
  const use = (await uses.get(await check(9))) as Use
  for (const seconds of [2, 30, 4])
    await uses.put({ ...use, _id: `${seconds}`, decidedAt: new Date(use.at.getTime() + seconds * 1000) })
  expect(await figures()).toMatchObject({ accepted: 4, medianSeconds: 7 })
})

it('looks at plastic cards are counted by what was seen', async () => {
  const seen = ['matches', 'differs', 'missing', 'matches', 'differs', 'matches'] as const
  for (const [n, card] of seen.entries())
    await recordCardCheck(world.ports, CLERK, {
      action: 'card-check',
      check: `check-${n}`,
      scenario: 'hotel',
      refused: 'TICKET_REPLAYED',
      card,
    })
  expect(await figures()).toMatchObject({ cards: { matches: 3, differs: 2, missing: 1 } })
})

it('a day begins with its first moment in China and ends before the next one’s, for the own organisation', async () => {
  const begin = Date.parse(`${day()}T00:00:00.000+08:00`)
  const first = await check(1)
  const uses = world.database.in(USES)
  const use = (await uses.get(first)) as Use
  const at = (time: number) => ({ at: new Date(time), decidedAt: new Date(time + 1000) })
  await uses.put({ ...use, ...at(begin) })
  await uses.put({ ...use, _id: 'last', ...at(begin + DAY_MS - 1) })
  await uses.put({ ...use, _id: 'before', ...at(begin - 1) })
  await uses.put({ ...use, _id: 'after', ...at(begin + DAY_MS) })
  await uses.put({ ...use, _id: 'of another', organisationId: 'organisation-2', ...at(begin) })
  expect(await figures()).toMatchObject({ accepted: 2 })
})

it('a clerk is told no figures', async () => {
  await expect(countChecks(world.ports, CLERK, day())).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
})
