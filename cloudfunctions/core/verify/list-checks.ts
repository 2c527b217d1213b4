import type { Checks } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { Query } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CARD_CHECKS, type CardCheck } from '../records/card-checks'
import { REFUSED_CHECKS, type RefusedCheck } from '../records/refused-checks'
import { STAFF } from '../records/staff'
import { USES, type Use } from '../records/uses'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

const PAGE = 100

type Checked = Use | RefusedCheck | CardCheck
/** More than one organisation checks in a millisecond. */
const AT_ONCE = 1000

/**
 * What an organisation checked, newest first: when, for what, by whom, how it ended, what was refused and why, and
 * what a citizen has since disputed. Never who the citizens were. A clerk sees their own checks, a manager all of the organisation's.
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
  const organisationId = organisation._id
  const whose = staff.role === 'manager' ? { organisationId } : { organisationId, staff: account }
  const earlier = before === undefined ? {} : { at: ports.database.command.lt(new Date(before)) }
  const [page, names] = await Promise.all([
    readChecks(ports, { ...whose, ...earlier }, PAGE),
    staffNames(ports, organisationId),
  ])
  const last = page[PAGE - 1]?.at
  if (last === undefined) return { checks: page.map((check) => describe(check, names)) }
  // The page ends between two milliseconds, so that none of those in the last one is lost with the next page.
  const within = page.filter(({ at }) => at > last)
  const lastOnes = await readChecks(ports, { ...whose, at: last }, AT_ONCE)
  return {
    checks: [...within, ...lastOnes].map((check) => describe(check, names)),
    before: last.getTime(),
  }
}

/** The three collections as one, newest first. */
async function readChecks(
  { database }: Pick<VerifyPorts, 'database'>,
  query: Query,
  limit: number,
): Promise<Checked[]> {
  const page = { limit, orderBy: { at: 'desc' } } as const
  const [uses, refused, cards] = await Promise.all([
    database.in(USES).find(query, page),
    database.in(REFUSED_CHECKS).find(query, page),
    database.in(CARD_CHECKS).find(query, page),
  ])
  return [...uses, ...refused, ...cards].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}

function describe(check: Checked, names: ReadonlyMap<AccountKey, string>): Checks['checks'][number] {
  const common = {
    at: unixSeconds(check.at),
    scenario: check.scenario,
    staff: names.get(check.staff) ?? '',
  }
  if ('card' in check) {
    const { card, refused: code } = check
    return { ...common, state: card === 'matches' ? 'accepted' : 'refused', code, card }
  }
  if ('code' in check) return { ...common, state: 'refused', code: check.code }
  const { _id: useId, state, doubled } = check
  return { ...common, useId, state, ...(doubled && { doubled }) }
}

/** The members of an organisation by account. */
export async function staffNames(
  { database }: Pick<VerifyPorts, 'database'>,
  organisationId: string,
): Promise<Map<AccountKey, string>> {
  const members = await database.in(STAFF).find({ organisationId }, { limit: 1000 })
  return new Map(members.map(({ _id, name }) => [_id, name]))
}
