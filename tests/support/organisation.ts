import { randomId } from '@nansha/core/function/random-id'
import { inviteStaff } from '@nansha/core/organisation/invite-staff'
import { joinOrganisation } from '@nansha/core/organisation/join-organisation'
import { onboardOrganisation } from '@nansha/core/organisation/onboard-organisation'
import { readOperators } from '@nansha/core/organisation/operators'
import type { AccountKey } from '@nansha/core/records/account-key'
import { createTestClock } from './clock'
import { createMemoryDatabase } from './memory-database'

export const OPERATOR = 'wxv:operator' as const

type Role = 'manager' | 'clerk'

/** Organisations without a cloud: an operator, a clock to set, and short ways to onboard, invite and join. */
export function createOffice() {
  const clock = createTestClock()
  const database = createMemoryDatabase()
  const operators = readOperators({ NANSHA_OPERATORS: OPERATOR })
  const ports = { database, now: () => clock.now, randomId, operators }

  const onboard = async (zh = '南沙酒店') => {
    const { organisationId } = await onboardOrganisation(ports, OPERATOR, {
      action: 'onboard',
      name: { zh, en: 'Nansha Hotel' },
      scenarios: ['hotel'],
      enrols: false,
      licenceExpiresAt: 2_000_000_000,
    })
    return organisationId
  }
  const invite = async (by: AccountKey, organisationId: string, role: Role) =>
    (await inviteStaff(ports, by, { action: 'invite', organisationId, role })).invitation
  const join = (who: AccountKey, invitation: string) =>
    joinOrganisation(ports, who, { action: 'join', invitation, name: who })
  /** Makes a person staff by an invitation of the operator. */
  const hire = async (who: AccountKey, organisationId: string, role: Role) =>
    join(who, await invite(OPERATOR, organisationId, role))
  /** Account and role of everybody who works somewhere. */
  const staff = () =>
    Object.fromEntries(
      (database.dump().staff ?? []).map((member) => [member._id, (member as { role?: Role }).role]),
    )
  return { ports, clock, database, onboard, invite, join, hire, staff }
}
