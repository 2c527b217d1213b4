import type { AccountKey } from '@nansha/core/records/account-key'
import { CITIZENS } from '@nansha/core/records/citizens'
import { DESK_WARNINGS, type DeskWarning } from '@nansha/core/records/desk-warnings'
import type { Holder } from '@nansha/core/records/holder'
import { STAFF } from '@nansha/core/records/staff'
import { USES, type Use } from '@nansha/core/records/uses'
import { listChecks } from '@nansha/core/verify/list-checks'
import { listWarnings } from '@nansha/core/verify/list-warnings'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { disputeUse } from '@nansha/core/wallet/receipt'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '../../support/clock'
import { RESIDENT } from '../../support/person'

import { CLERK, createWorld, OTHER_CLERK, PORTRAIT, type World } from '../../support/world'

const DAY_MS = 86_400_000
let world: World & Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})

async function present(scenario: 'hotel' | 'age' = 'hotel'): Promise<string> {
  const ticket = world.show(await world.giveHandle(), { scenario })
  return (await verifyTicket(world.ports, CLERK, { scenario, ticket })).useId
}
const dispute = (useId: string) => {
  const holder = {
    credential: world.credential,
    device: { ...world.device, citizenId: 'citizen' },
  } as unknown as Holder
  return disputeUse(world.ports as unknown as WalletPorts, holder, useId)
}
const warnings = async (account: AccountKey = CLERK, read: string[] = []) =>
  (await listWarnings(world.ports, account, read)).warnings

/** So many later checks of the same desk. */
async function checkOthers(count: number): Promise<void> {
  const uses = world.database.in(USES)
  const first = (await uses.findOne({ staff: CLERK })) as Use
  for (let n = 0; n < count; n++)
    await uses.put({
      ...first,
      _id: `other-${n}`,
      at: new Date(first.at.getTime() + n + 1),
      state: 'accepted',
    })
}

describe('what a desk must hear of a check in its past', () => {
  it('is found after any number of later checks', async () => {
    const useId = await present()
    await checkOthers(250)
    await dispute(useId)
    expect(await warnings()).toMatchObject([
      { id: `disputed.${useId}`, kind: 'disputed', scenario: 'hotel', at: NOW, raisedAt: NOW, staff: '王芳' },
    ])
  })

  it('says whom to look for, and no more than the purpose had shown', async () => {
    await dispute(await present())
    const [warning] = await warnings()
    expect(warning).toMatchObject({ name: RESIDENT.name, portrait: PORTRAIT.toString('base64') })
    expect(JSON.stringify(warning)).not.toContain(RESIDENT.id_number)
  })

  it('says no name where none had been shown', async () => {
    await dispute(await present('age'))
    const [warning] = await warnings()
    expect(warning).toMatchObject({ portrait: PORTRAIT.toString('base64') })
    expect(warning).not.toHaveProperty('name')
  })

  it('no longer says whom after a day, and is gone after a week', async () => {
    await dispute(await present())
    world.clock.now += DAY_MS
    const [warning] = await warnings()
    expect(warning).toMatchObject({ kind: 'disputed' })
    expect(warning).not.toHaveProperty('name')
    expect(warning).not.toHaveProperty('portrait')
    world.clock.now += 6 * DAY_MS
    expect(await warnings()).toEqual([])
  })

  it('says nothing of whom when the citizen has deleted their identity', async () => {
    const useId = await present()
    await dispute(useId)
    await world.database.in(CITIZENS).remove('citizen')
    expect(await warnings()).toEqual([
      {
        id: `disputed.${useId}`,
        kind: 'disputed',
        scenario: 'hotel',
        at: NOW,
        raisedAt: NOW,
        staff: '王芳',
      },
    ])
  })

  it('comes up when the citizen says so, however long after the check', async () => {
    const useId = await present()
    world.clock.now += 3 * DAY_MS
    await dispute(useId)
    expect(await warnings()).toMatchObject([{ at: NOW, raisedAt: NOW + 3 * 86_400, name: RESIDENT.name }])
  })

  it('is said once, and not again once it was read', async () => {
    const useId = await present()
    await dispute(useId)
    await dispute(useId)
    expect(await warnings()).toHaveLength(1)
    expect(await warnings(CLERK, [`disputed.${useId}`])).toEqual([])
  })

  it('comes the newest first, twenty at a time', async () => {
    const useId = await present()
    await dispute(useId)
    const warned = world.database.in(DESK_WARNINGS)
    const [first] = await warned.find({}, { limit: 1 })
    for (let n = 1; n <= 20; n++)
      await warned.put({ ...(first as DeskWarning), _id: `w${n}`, raisedAt: new Date(NOW_MS + n * 60_000) })
    const shown = (await warnings()).map(({ id }) => id)
    expect(shown).toEqual(Array.from({ length: 20 }, (_, n) => `w${20 - n}`))
    expect((await warnings(CLERK, shown)).map(({ id }) => id)).toEqual([`disputed.${useId}`])
  })

  it('is for who checked and for their manager, and for no other desk', async () => {
    await dispute(await present())
    const staff = world.database.in(STAFF)
    const colleague = { organisationId: 'organisation-1', name: '李明', joinedAt: new Date() } as const
    await staff.put({ ...colleague, _id: 'wxverifier:second', role: 'clerk' })
    await staff.put({ ...colleague, _id: 'wxverifier:boss', role: 'manager' })
    expect(await warnings('wxverifier:second')).toEqual([])
    expect(await warnings('wxverifier:boss')).toHaveLength(1)
    expect(await warnings(OTHER_CLERK)).toEqual([])
  })
})

describe('the history of a desk', () => {
  it('goes on a page at a time, and every check is on one', async () => {
    await present()
    await checkOthers(250)
    const seen: (string | undefined)[] = []
    let before: number | undefined
    do {
      const page = await listChecks(world.ports, CLERK, before)
      seen.push(...page.checks.map(({ useId }) => useId))
      before = page.before
    } while (before !== undefined)
    expect(new Set(seen).size).toBe(251)
    expect(seen).toHaveLength(251)
  })
})
