import { listDeskReports } from '@nansha/core/organisation/list-reports'
import type { RegisterPorts } from '@nansha/core/organisation/organisation-ports'
import type { AccountKey } from '@nansha/core/records/account-key'
import type { Device } from '@nansha/core/records/devices'
import type { Holder } from '@nansha/core/records/holder'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { reportDesk } from '@nansha/core/wallet/report-desk'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { CLERK, createWorld, type World } from '../../support/world'

const OPERATOR = 'the operator' as AccountKey
let world: World
let use: string
let requests: number
beforeEach(async () => {
  world = await createWorld()
  requests = 0
  use = (
    await verifyTicket(world.ports, CLERK, {
      scenario: 'hotel',
      ticket: world.show(await world.giveHandle()),
    })
  ).useId
})

const holder = (citizenId = 'citizen') =>
  ({
    credential: { ...world.credential, citizenId },
    device: { ...world.device, citizenId } as Device,
  }) as Holder
const complain = (kind: 'report' | 'erase', by = holder(), of = use) =>
  reportDesk(
    world.ports as unknown as WalletPorts,
    by,
    { action: 'report-desk', use: of, kind },
    `r-${requests++}`,
  )
const list = (caller = OPERATOR) =>
  listDeskReports(
    {
      database: world.database,
      operators: { accounts: new Set([OPERATOR]), keys: new Map() },
    } as unknown as RegisterPorts,
    caller,
  )

it('a complaint of a desk is counted by day for the operator, and says nothing of who made it or of which use', async () => {
  await complain('report')
  await complain('report')
  await complain('erase')
  const { reports } = await list()
  expect(reports).toHaveLength(2)
  expect(reports).toContainEqual(
    expect.objectContaining({
      organisation: { zh: '南沙酒店', en: 'Nansha Hotel' },
      kind: 'report',
      count: 2,
    }),
  )
  const stored = JSON.stringify(world.database.dump().deskReports)
  for (const secret of [use, 'citizen', world.device._id]) expect(stored).not.toContain(secret)
  const [first = {}] = world.database.dump().deskReports as unknown as { expiresAt?: Date }[]
  expect(first.expiresAt).toEqual(new Date(world.clock.now + 365 * DAY_MS))
})

it('a use of another citizen and an id that was guessed are answered alike, and count nothing', async () => {
  for (const attempt of [
    complain('report', holder('somebody else')),
    complain('report', holder(), 'A'.repeat(22)),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'USE_UNKNOWN', details: {} })
  expect(world.database.dump().deskReports ?? []).toEqual([])
})

it('one phone makes ten complaints a day, also when they are made at once', async () => {
  const made = await Promise.allSettled(Array.from({ length: 14 }, () => complain('report')))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(world.database.dump().deskReports).toMatchObject([{ count: 10 }])
  await expect(complain('report')).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
  world.clock.now += DAY_MS
  await complain('report')
})

it('complaints of desks are shown to the operator alone', async () => {
  await expect(list(CLERK)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
})
