import { REFUSED_CHECKS } from '@nansha/core/records/refused-checks'
import { STAFF } from '@nansha/core/records/staff'
import { USES, type Use } from '@nansha/core/records/uses'
import { listChecks } from '@nansha/core/verify/list-checks'
import { beforeEach, expect, it } from 'vitest'
import { NOW } from '#support/clock'

import { CLERK, createWorld, OTHER_CLERK, type World } from '#support/world'

const COLLEAGUE = 'wxverifier:colleague'
let world: World
beforeEach(async () => {
  world = await createWorld()
  const joinedAt = new Date(0)
  const colleague = {
    _id: COLLEAGUE,
    organisationId: 'organisation-1',
    role: 'manager',
    name: '李雷',
    joinedAt,
  } as const
  await world.ports.database.in(STAFF).put(colleague)
})

let uses = 0
const use = (staff: Use['staff'], at: number, changed: Partial<Use> = {}) =>
  world.ports.database.in(USES).insert({
    _id: `use-${String(uses++).padStart(18, '0')}`,
    organisationId: staff === OTHER_CLERK ? 'organisation-2' : 'organisation-1',
    staff,
    scenario: 'hotel',
    ticket: 'digest',
    at: new Date(at * 1000),
    subject: { citizenId: 'citizen', credentialId: 'credential' },
    organisation: { zh: '南沙酒店', en: 'Nansha Hotel' },
    state: 'accepted',
    expiresAt: new Date((at + 1000) * 1000),
    ...changed,
  })
const refuse = (staff: Use['staff'], at: number) =>
  world.ports.database.in(REFUSED_CHECKS).insert({
    _id: `refused-${at}`,
    organisationId: 'organisation-1',
    staff,
    scenario: 'gate',
    code: 'TICKET_EXPIRED',
    at: new Date(at * 1000),
    expiresAt: new Date((at + 1000) * 1000),
  })
const list = async (account: Use['staff'] = CLERK) => (await listChecks(world.ports, account)).checks

it('checks are listed newest first, with what was refused among them, and say nothing of who was checked', async () => {
  await use(CLERK, NOW, { doubled: true })
  await refuse(CLERK, NOW + 1)
  await use(CLERK, NOW + 2, { state: 'disputed' })
  const common = { scenario: 'hotel', staff: '王芳', useId: expect.any(String) }
  expect(await list()).toEqual([
    { ...common, at: NOW + 2, state: 'disputed' },
    { scenario: 'gate', staff: '王芳', at: NOW + 1, state: 'refused', code: 'TICKET_EXPIRED' },
    { ...common, at: NOW, state: 'accepted', doubled: true },
  ])
})

it('a clerk sees the own checks, a manager those of the organisation, and nobody another one’s', async () => {
  await use(CLERK, NOW)
  await use(COLLEAGUE, NOW + 1)
  await refuse(COLLEAGUE, NOW + 2)
  await use(OTHER_CLERK, NOW + 3)
  const times = async (account: Use['staff']) => (await list(account)).map(({ at }) => at - NOW)
  expect(await times(CLERK)).toEqual([0])
  expect(await times(COLLEAGUE)).toEqual([2, 1, 0])
  expect(await times(OTHER_CLERK)).toEqual([3])
  await expect(list('wxverifier:nobody')).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
})

it('a clerk who works for another organisation now is not named among the checks of the former one', async () => {
  await use(OTHER_CLERK, NOW, { organisationId: 'organisation-1' })
  expect(await list(COLLEAGUE)).toMatchObject([{ staff: '' }])
})

it('a hundred are listed at a time, and all of them in the end', async () => {
  for (let at = 0; at < 101; at++) await use(CLERK, NOW + at)
  const times = (await list()).map(({ at }) => at - NOW)
  expect(times).toEqual(Array.from({ length: 100 }, (_, n) => 100 - n))
  await refuse(CLERK, NOW + 101)
  const newest = await listChecks(world.ports, CLERK)
  expect(newest).toMatchObject({ checks: { length: 100 }, before: (NOW + 2) * 1000 })
  const rest = await listChecks(world.ports, CLERK, newest.before)
  expect(rest.checks.map(({ at }) => at - NOW)).toEqual([1, 0])
  expect(rest).not.toHaveProperty('before')
})

it('the checks of a desk go on to their end, each once, however many fell into one millisecond', async () => {
  const count = 230
  for (let n = 0; n < count; n++)
    await world.database.in(REFUSED_CHECKS).insert({
      _id: `check-${String(n).padStart(16, '0')}`,
      organisationId: 'organisation-1',
      staff: CLERK,
      scenario: 'hotel',
      code: 'TICKET_EXPIRED',
      at: new Date((1_700_000_000 + Math.floor(n / 60)) * 1000),
      expiresAt: new Date(1_900_000_000_000),
    })
  const seen: number[] = []
  let before: number | undefined
  do {
    const page = await listChecks(world.ports, CLERK, before)
    seen.push(...page.checks.map(({ at }) => at))
    before = page.before
  } while (before !== undefined)
  expect(seen).toHaveLength(count)
  expect(seen).toEqual([...seen].sort((a, b) => b - a))
})
