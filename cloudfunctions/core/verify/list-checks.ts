import type { Checks } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { AccountKey } from '../records/account-key'
import { REFUSED_CHECKS, type RefusedCheck } from '../records/refused-checks'
import { STAFF } from '../records/staff'
import { USES, type Use } from '../records/uses'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

const NEWEST = 100

/**
 * What an organisation checked, newest first: when, for what, by whom, how it ended, what was refused and why, and
 * what a citizen has since disputed. Never who the citizens were. A clerk sees the own checks, a manager all of the organisation's.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED
 */
export async function listChecks(ports: Pick<VerifyPorts, 'database'>, account: AccountKey): Promise<Checks> {
  const { staff, organisation } = await findDesk(ports, account)
  const whose =
    staff.role === 'manager'
      ? { organisationId: organisation._id }
      : { organisationId: organisation._id, staff: account }
  const page = { limit: NEWEST, orderBy: { at: 'desc' } } as const
  const [uses, refused, names] = await Promise.all([
    ports.database.in(USES).find(whose, page),
    ports.database.in(REFUSED_CHECKS).find(whose, page),
    staffNames(ports, organisation._id),
  ])
  const common = ({ at, scenario, staff: by }: Use | RefusedCheck) => ({
    at: unixSeconds(at.getTime()),
    scenario,
    staff: names.get(by) ?? '',
  })
  const checks: Checks['checks'][number][] = [
    ...uses.map((use) => ({
      ...common(use),
      useId: use._id,
      state: use.state,
      ...(use.doubled && { doubled: true as const }),
    })),
    ...refused.map((check) => ({ ...common(check), state: 'refused' as const, code: check.code })),
  ]
  return { checks: checks.sort((a, b) => b.at - a.at).slice(0, NEWEST) }
}

async function staffNames(
  { database }: Pick<VerifyPorts, 'database'>,
  organisationId: string,
): Promise<Map<AccountKey, string>> {
  const members = await database.in(STAFF).find({ organisationId }, { limit: 1000 })
  return new Map(members.map(({ _id, name }) => [_id, name]))
}
