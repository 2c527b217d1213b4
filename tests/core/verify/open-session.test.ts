import { readOperators } from '@nansha/core/organisation/operators'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { openSession } from '@nansha/core/verify/open-session'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { CLERK, createWorld } from '#support/world'

const OPERATOR = 'wxv:operator'
let world: Awaited<ReturnType<typeof createWorld>>
beforeEach(async () => {
  world = await createWorld()
})

const open = (account: typeof CLERK | typeof OPERATOR) =>
  openSession({ ...world.ports, operators: { accounts: new Set([OPERATOR]), keys: new Map() } }, account)

describe('opening the companion', () => {
  it('tells a clerk where they work and what for', async () => {
    await world.setOrganisation({ scenarios: ['hotel', 'age'] })
    expect(await open(CLERK)).toEqual({
      organisationId: 'organisation-1',
      organisation: { zh: '南沙酒店', en: 'Nansha Hotel' },
      staff: '王芳',
      role: 'clerk',
      enrols: false,
      scenarios: ['hotel', 'age'],
      licenceExpiresAt: NOW + 30 * 86_400,
    })
  })

  it('says where people are enrolled', async () => {
    await world.setOrganisation({ enrols: true })
    expect(await open(CLERK)).toMatchObject({ enrols: true })
  })

  it('is for staff of an organisation that is there, and was not suspended', async () => {
    await world.setOrganisation({ suspendedAt: new Date(world.clock.now) })
    await expect(open(CLERK)).rejects.toMatchObject({ code: 'LICENCE_SUSPENDED' })
    await world.database.in(ORGANISATIONS).remove('organisation-1')
    await expect(open(CLERK)).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
  })

  it('tells an operator what the account is for, and anybody else that they are no staff', async () => {
    await expect(open(OPERATOR)).rejects.toMatchObject({ code: 'OPERATOR_ACCOUNT' })
    const nobody = openSession({ ...world.ports, operators: readOperators({}) }, OPERATOR)
    await expect(nobody).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
  })
})
