import { randomId } from '@nansha/core/function/random-id'
import { dismissStaff, listStaff } from '@nansha/core/organisation/dismiss-staff'
import { inviteStaff } from '@nansha/core/organisation/invite-staff'
import { joinOrganisation } from '@nansha/core/organisation/join-organisation'
import { onboardOrganisation } from '@nansha/core/organisation/onboard-organisation'
import { isOperator, readOperators, signerAccount } from '@nansha/core/organisation/operators'
import { STAFF, type StaffMember } from '@nansha/core/records/staff'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock } from '#support/clock'
import { newHolderKey } from '#support/enrol-ports'
import { createMemoryDatabase } from '../../support/memory-database'

const operator = 'wxv:operator' as const
const clerk = 'wxv:clerk' as const
const stranger = 'wxv:stranger' as const
const hotel = {
  action: 'onboard',
  name: { zh: '南沙酒店', en: 'Nansha Hotel' },
  scenarios: ['hotel', 'hotel'],
  enrols: false,
  licenceExpiresAt: 2_000_000_000,
} satisfies Parameters<typeof onboardOrganisation>[2]

const clock = createTestClock()
let ports: Parameters<typeof onboardOrganisation>[0]
let database: ReturnType<typeof createMemoryDatabase>
beforeEach(() => {
  database = createMemoryDatabase()
  ports = {
    database,
    now: () => clock.now,
    randomId,
    operators: readOperators({ NANSHA_OPERATORS: operator }),
  }
})

const invite = async (role: 'manager' | 'clerk', by: typeof operator | typeof clerk = operator) => {
  const { organisationId } = await onboardOrganisation(ports, operator, hotel)
  return inviteStaff(ports, by, { action: 'invite', organisationId, role })
}

describe('onboarding', () => {
  it('is the operator’s alone', async () => {
    await expect(onboardOrganisation(ports, stranger, hotel)).rejects.toMatchObject({
      code: 'CALLER_FORBIDDEN',
    })
    expect(database.dump()).toEqual({})
    await onboardOrganisation(ports, operator, hotel)
    expect(database.dump().organisations).toMatchObject([
      { scenarios: ['hotel'], licenceExpiresAt: new Date(2_000_000_000_000) },
    ])
  })
})

describe('invitations', () => {
  it('make staff, once', async () => {
    const { invitation } = await invite('clerk')
    const join = () => joinOrganisation(ports, clerk, { action: 'join', invitation, name: '王芳' })
    expect(await join()).toEqual({ organisation: hotel.name })
    expect(database.dump().staff).toMatchObject([{ _id: clerk, role: 'clerk', name: '王芳' }])
    await expect(join()).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
  })

  it('make staff of one account only when two spend the same one at once', async () => {
    const { invitation } = await invite('clerk')
    const both = await Promise.allSettled(
      [clerk, stranger].map((who) => joinOrganisation(ports, who, { action: 'join', invitation, name: 'x' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(database.dump().staff).toHaveLength(1)
  })

  it('die after seven days', async () => {
    const { invitation } = await invite('clerk')
    clock.now += 7 * 24 * 3600_000
    const late = joinOrganisation(ports, clerk, { action: 'join', invitation, name: 'x' })
    await expect(late).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
  })

  it('cannot be read out of the database', async () => {
    const { invitation } = await invite('clerk')
    expect(JSON.stringify(database.dump())).not.toContain(invitation)
  })

  it('are given by a manager for the own organisation only, and never by a clerk', async () => {
    const { organisationId } = await onboardOrganisation(ports, operator, hotel)
    const other = await onboardOrganisation(ports, operator, hotel)
    const hire = (id: string) =>
      inviteStaff(ports, clerk, { action: 'invite', organisationId: id, role: 'clerk' })
    await expect(hire(organisationId)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })

    const member: StaffMember = {
      _id: clerk,
      organisationId,
      role: 'clerk',
      name: 'x',
      joinedAt: new Date(clock.now),
    }
    await database.in(STAFF).put(member)
    await expect(hire(organisationId)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })

    await database.in(STAFF).put({ ...member, role: 'manager' })
    expect((await hire(organisationId)).invitation).toMatch(/^[\w-]{22}$/)
    await expect(hire(other.organisationId)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
  })

  it('need an organisation that exists', async () => {
    const ghost = inviteStaff(ports, operator, {
      action: 'invite',
      organisationId: 'x'.repeat(22),
      role: 'clerk',
    })
    await expect(ghost).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})

describe('staff', () => {
  const hire = async (
    who: typeof clerk | typeof stranger,
    role: 'manager' | 'clerk',
    organisationId: string,
  ) => {
    const { invitation } = await inviteStaff(ports, operator, { action: 'invite', organisationId, role })
    await joinOrganisation(ports, who, { action: 'join', invitation, name: role })
  }

  it('are seen and dismissed by a manager of their own organisation and by the operator', async () => {
    const [mine, other] = [
      (await onboardOrganisation(ports, operator, hotel)).organisationId,
      (await onboardOrganisation(ports, operator, hotel)).organisationId,
    ]
    await hire(clerk, 'manager', mine)
    await hire(stranger, 'clerk', other)
    const list = (by: typeof clerk | typeof operator | typeof stranger, organisationId: string) =>
      listStaff(ports, by, { action: 'staff', organisationId })
    const dismiss = (by: typeof clerk | typeof operator, organisationId: string) =>
      dismissStaff(ports, by, { action: 'dismiss', organisationId, account: stranger })

    expect(await list(clerk, mine)).toEqual({
      staff: [{ account: clerk, role: 'manager', name: 'manager', isCaller: true }],
    })
    await expect(list(clerk, other)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
    await expect(list(stranger, other)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
    await expect(dismiss(clerk, mine)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(dismiss(clerk, other)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
    const oneself = dismissStaff(ports, clerk, { action: 'dismiss', organisationId: mine, account: clerk })
    await expect(oneself).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await dismiss(operator, other)
    expect(await list(operator, other)).toEqual({ staff: [] })
  })
})

describe('readOperators', () => {
  it('reads a list, and refuses what is no account', () => {
    const { accounts } = readOperators({ NANSHA_OPERATORS: 'wxa:o1, wxb:o2,' })
    expect([...accounts]).toEqual(['wxa:o1', 'wxb:o2'])
    expect(readOperators({})).toEqual({ accounts: new Set(), keys: new Map() })
    expect(() => readOperators({ NANSHA_OPERATORS: 'o1' })).toThrow('NANSHA_OPERATORS')
  })

  it('reads keys, and refuses what is none', () => {
    const { publicJwk } = newHolderKey()
    const operators = readOperators({ NANSHA_OPERATOR_KEYS: JSON.stringify([publicJwk]) })
    expect(isOperator(operators, signerAccount(keyThumbprint(publicJwk)))).toBe(true)
    expect(isOperator(operators, signerAccount(keyThumbprint(newHolderKey().publicJwk)))).toBe(false)
    for (const wrong of ['{}', '[{}]', 'x'])
      expect(() => readOperators({ NANSHA_OPERATOR_KEYS: wrong }), wrong).toThrow('NANSHA_OPERATOR_KEYS')
  })
})
