import type { Checks } from '@nansha/shared/api/verify'
import type { AccountKey } from '../records/account-key'
import { STAFF, type StaffMember } from '../records/staff'
import { USES, type Use } from '../records/uses'
import { findDesk } from '../verify/require-entitlement'
import type { VerifyPorts } from '../verify/verify-ports'

const NEWEST = 100

/**
 * What an organisation checked, newest first: when, for what, by whom, how it ended, and what a citizen has since
 * disputed. Never who the citizens were. A clerk sees the own checks, a manager all of the organisation's.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED
 */
export async function listChecks(ports: VerifyPorts, account: AccountKey): Promise<Checks> {
  const { staff, organisation } = await findDesk(ports, account)
  const whose =
    staff.role === 'manager'
      ? { organisationId: organisation._id }
      : { organisationId: organisation._id, staff: account }
  const uses = await ports.database
    .collection<Use>(USES)
    .find(whose, { limit: NEWEST, orderBy: { at: 'desc' } })
  const names = await staffNames(ports, organisation._id)
  return {
    checks: uses.map(({ _id, at, scenario, state, staff: by }) => ({
      useId: _id,
      at: Math.floor(at.getTime() / 1000),
      scenario,
      state,
      staff: names.get(by) ?? '',
    })),
  }
}

async function staffNames(
  { database }: VerifyPorts,
  organisationId: string,
): Promise<Map<AccountKey, string>> {
  const members = await database.collection<StaffMember>(STAFF).find({ organisationId }, { limit: 1000 })
  return new Map(members.map(({ _id, name }) => [_id, name]))
}
