import { createHash } from 'node:crypto'
import { requireOfficer } from '@nansha/core/enrol/counter/require-officer'
import { randomId } from '@nansha/core/function/random-id'
import { inviteStaff } from '@nansha/core/organisation/invite-staff'
import { joinOrganisation } from '@nansha/core/organisation/join-organisation'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Stored } from '@nansha/core/platform/database'
import { requireEntitlement } from '@nansha/core/verify/require-entitlement'
import { beforeEach, expect, it } from 'vitest'
import { CLERK, createWorld, OTHER_CLERK, type World } from '../support/world'

// Somebody who can write the database and holds no key of it.
const ALTERED = 'not as this cloud wrote it'
const THIEF = 'wxverifier:thief' as const
let world: World
beforeEach(async () => {
  world = await createWorld()
})

type Fields = Stored & Record<string, unknown>
const lying = (name: string) => world.database.raw.in<Fields>({ name })
const entitled = (account = CLERK) => requireEntitlement(world.ports, account as typeof CLERK, 'hotel')
const organisation = () => ({
  database: world.database,
  now: world.ports.now,
  randomId,
  operators: readOperators({}),
})

it('a clerk does not become manager by a write to the database', async () => {
  await lying('staff').update(CLERK, { role: 'manager' })
  const invite = { action: 'invite', organisationId: 'organisation-1', role: 'manager' } as const
  await expect(inviteStaff(organisation(), CLERK, invite)).rejects.toThrow(ALTERED)
})

it('a clerk does not move to another organisation by a write to the database', async () => {
  await lying('staff').update(CLERK, { organisationId: 'organisation-2' })
  await expect(entitled()).rejects.toThrow(ALTERED)
})

it('a stranger does not become staff by a copy of somebody’s record', async () => {
  const clerk = await lying('staff').get(CLERK)
  await lying('staff').insert({ ...clerk, _id: THIEF })
  await expect(entitled(THIEF)).rejects.toThrow(ALTERED)
})

it('a stranger does not join with an invitation that was put there', async () => {
  const code = 'AAAAAAAAAAAAAAAAAAAAAA'
  await lying('invitations').insert({
    _id: createHash('sha256').update(code).digest('base64url'),
    organisationId: 'organisation-1',
    role: 'manager',
    invitedBy: CLERK,
    expiresAt: new Date(world.clock.now + 1e9),
  })
  const join = { action: 'join', invitation: code, name: 'x' } as const
  await expect(joinOrganisation(organisation(), THIEF, join)).rejects.toThrow(ALTERED)
})

it.each([
  { scenarios: ['hotel', 'bank'] },
  { enrols: true },
  { licenceExpiresAt: new Date(9e12) },
  { name: { zh: '南沙银行', en: 'Nansha Bank' } },
])('an organisation is not given %o by a write to the database', async (changes) => {
  await lying('organisations').update('organisation-1', changes)
  await expect(entitled()).rejects.toThrow(ALTERED)
  await expect(requireOfficer(world.ports, CLERK)).rejects.toThrow(ALTERED)
})

it('the records of one organisation do not serve another', async () => {
  const other = await lying('organisations').get('organisation-2')
  await lying('organisations').put({ ...other, _id: 'organisation-1' })
  await expect(entitled()).rejects.toThrow(ALTERED)
  await expect(entitled(OTHER_CLERK as typeof CLERK)).resolves.toBeDefined()
})
