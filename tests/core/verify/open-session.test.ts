import { readOperators } from '@nansha/core/organisation/operators'
import { openSession } from '@nansha/core/verify/open-session'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { beforeEach, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { CLERK, createWorld, type World } from '../../support/world'

const OPERATOR = 'wxverifier:operator'
let world: World
beforeEach(async () => {
  world = await createWorld()
})
const open = (account: `${string}:${string}`) =>
  openSession(
    { ...world.ports, operators: readOperators({ NANSHA_OPERATORS: `${OPERATOR},${CLERK}` }) },
    account,
  )

it('staff see their organisation and what its licence allows, operators too where they are staff', async () => {
  expect(await open(CLERK)).toEqual({
    organisationId: 'organisation-1',
    organisation: { zh: '南沙酒店', en: 'Nansha Hotel' },
    staff: '王芳',
    role: 'clerk',
    enrols: false,
    scenarios: SCENARIO_NAMES,
    licenceExpiresAt: NOW + 30 * 86_400,
  })
  await world.setOrganisation({ enrols: true })
  expect((await open(CLERK)).enrols).toBe(true)
})

it('an operator who is nobody’s staff hears so, and a stranger does not learn that there are operators', async () => {
  await expect(open(OPERATOR)).rejects.toMatchObject({ code: 'OPERATOR_ACCOUNT' })
  await expect(open('wxverifier:stranger')).rejects.toMatchObject({ code: 'STAFF_NOT_ENTITLED' })
})
