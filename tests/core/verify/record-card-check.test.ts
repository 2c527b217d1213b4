import type { AccountKey } from '@nansha/core/records/account-key'
import { listChecks } from '@nansha/core/verify/list-checks'
import { recordCardCheck } from '@nansha/core/verify/record-card-check'
import { beforeEach, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { CLERK, createWorld, OTHER_CLERK, type World } from '#support/world'

const CHECK = 'AAAAAAAAAAAAAAAAAAAAAA'
let world: World
beforeEach(async () => {
  world = await createWorld()
})
const record = (
  card: 'matches' | 'differs' | 'missing' = 'matches',
  account: AccountKey = CLERK,
  check = CHECK,
) =>
  recordCardCheck(world.ports, account, {
    action: 'card-check',
    check,
    scenario: 'hotel',
    refused: 'TICKET_REPLAYED',
    card,
  })

it('a look at the plastic card is in the history of the desk, with why it was looked at, and once', async () => {
  await record()
  await record()
  expect((await listChecks(world.ports, CLERK)).checks).toEqual([
    {
      at: NOW,
      scenario: 'hotel',
      staff: '王芳',
      state: 'accepted',
      code: 'TICKET_REPLAYED',
      card: 'matches',
    },
  ])
})

it('a look at the plastic card is kept for a year', async () => {
  await record()
  const [at, expiresAt] = [new Date(NOW * 1000), new Date((NOW + 365 * 86_400) * 1000)]
  expect(world.database.dump().cardChecks).toEqual([
    {
      _id: expect.stringMatching(/^[\w-]{43}$/),
      organisationId: 'organisation-1',
      staff: CLERK,
      scenario: 'hotel',
      refused: 'TICKET_REPLAYED',
      card: 'matches',
      at,
      expiresAt,
    },
  ])
})

it.each(['differs', 'missing'] as const)('a card that %s is a refusal', async (card) => {
  await record(card)
  expect((await listChecks(world.ports, CLERK)).checks).toMatchObject([{ state: 'refused', card }])
})

it('another organisation sees nothing of it, and the same id of its own is a check of its own', async () => {
  await record()
  expect((await listChecks(world.ports, OTHER_CLERK)).checks).toEqual([])
  await record('differs', OTHER_CLERK)
  expect((await listChecks(world.ports, OTHER_CLERK)).checks).toMatchObject([{ card: 'differs' }])
})

it('who is no staff records nothing', async () => {
  await expect(record('matches', 'wxverifier:nobody')).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
  expect(world.database.dump().cardChecks).toBeUndefined()
})
