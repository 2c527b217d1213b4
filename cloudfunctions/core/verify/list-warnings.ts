import type { Warnings } from '@nansha/shared/api/verify'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { SCENARIOS } from '@nansha/shared/scenarios'
import type { AccountKey } from '../records/account-key'
import { DESK_WARNINGS, type DeskWarning } from '../records/desk-warnings'
import { staffNames } from './list-checks'
import { openSubject } from './open-citizen'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** A clerk is interrupted by no more at once; what was read makes room. */
const AT_ONCE = 20

/**
 * What a desk must hear of uses in its past, newest first: a clerk of their own, a manager of all. For a day it says again whom
 * the desk was shown, portrait and name, because that person has to be found; never more than the purpose had disclosed, and nobody
 * to an organisation whose licence was withdrawn: two of its clerks could report one pass to be shown its holder.
 *
 * @param read ids that are left out
 * @throws NanshaError STAFF_NOT_ENTITLED
 */
export async function listWarnings(
  ports: Pick<VerifyPorts, 'database' | 'envelopes' | 'now'>,
  account: AccountKey,
  read: readonly string[],
): Promise<Warnings> {
  const { staff, organisation } = await findDesk(ports, account)
  const whose = staff.role === 'manager' ? {} : { staff: account }
  const [found, names] = await Promise.all([
    ports.database.in(DESK_WARNINGS).find({ organisationId: organisation._id, ...whose }, { limit: 1000 }),
    staffNames(ports, organisation._id),
  ])
  const isRead = new Set(read)
  const unread = found
    .filter(({ _id, expiresAt }) => !isRead.has(_id) && expiresAt.getTime() > ports.now())
    .sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime())
    .slice(0, AT_ONCE)
  const warnings = unread.map(async (warning) => ({
    id: warning._id,
    kind: warning.kind,
    scenario: warning.scenario,
    at: unixSeconds(warning.at),
    raisedAt: unixSeconds(warning.raisedAt),
    staff: names.get(warning.staff) ?? '',
    ...(!organisation.suspendedAt && (await whom(ports, warning))),
  }))
  return { warnings: await Promise.all(warnings) }
}

/** Nothing once the day is over, or the citizen has deleted their identity. */
async function whom(
  ports: Pick<VerifyPorts, 'database' | 'envelopes' | 'now'>,
  { raisedAt, scenario, subject }: DeskWarning,
) {
  if (raisedAt.getTime() + DAY_MS <= ports.now()) return {}
  const citizen = await openSubject(ports, subject)
  if (!citizen) return {}
  const { discloses } = SCENARIOS[scenario]
  const shows = (name: (typeof discloses)[number]) => discloses.some((disclosed) => disclosed === name)
  const { name } = citizen.claims(['name'])
  return {
    ...(shows('portrait') && { portrait: citizen.portrait().toString('base64') }),
    ...(shows('name') && typeof name === 'string' && { name }),
  }
}
