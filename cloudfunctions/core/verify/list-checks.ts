import type { Checks } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { AccountKey } from '../records/account-key'
import { REFUSED_CHECKS } from '../records/refused-checks'
import { STAFF } from '../records/staff'
import { USES } from '../records/uses'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

const NEWEST = 100

/**
 * What an organisation checked, newest first: when, for what, by whom, how it ended, what was refused and why, and
 * what a citizen has since disputed. Never who the citizens were. A clerk sees the own checks, a manager all of the organisation's.
 *
 * @param before Unix milliseconds: older ones than these, to go on from the last page
 * @throws NanshaError STAFF_NOT_ENTITLED
 */
export async function listChecks(
  ports: Pick<VerifyPorts, 'database'>,
  account: AccountKey,
  before?: number,
): Promise<Checks> {
  const { staff, organisation } = await findDesk(ports, account)
  const whose =
    staff.role === 'manager'
      ? { organisationId: organisation._id }
      : { organisationId: organisation._id, staff: account }
  const older = before === undefined ? whose : { ...whose, at: ports.database.command.lt(new Date(before)) }
  const page = { limit: NEWEST, orderBy: { at: 'desc' } } as const
  const [uses, refused, names] = await Promise.all([
    ports.database.in(USES).find(older, page),
    ports.database.in(REFUSED_CHECKS).find(older, page),
    staffNames(ports, organisation._id),
  ])
  const newest = [...uses, ...refused].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, NEWEST)
  const last = newest.length === NEWEST ? newest.at(-1)?.at.getTime() : undefined
  return {
    checks: newest.map((check) => ({
      at: unixSeconds(check.at.getTime()),
      scenario: check.scenario,
      staff: names.get(check.staff) ?? '',
      ...('code' in check
        ? { state: 'refused' as const, code: check.code }
        : { useId: check._id, state: check.state, ...(check.doubled && { doubled: true as const }) }),
    })),
    ...(last !== undefined && { before: last }),
  }
}

/** The members of an organisation by account. */
export async function staffNames(
  { database }: Pick<VerifyPorts, 'database'>,
  organisationId: string,
): Promise<Map<AccountKey, string>> {
  const members = await database.in(STAFF).find({ organisationId }, { limit: 1000 })
  return new Map(members.map(({ _id, name }) => [_id, name]))
}
