import type { WebsiteReports } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { WEBSITE_REPORTS } from '../records/website-reports'
import { isOperator } from './operators'
import type { RegisterPorts } from './organisation-ports'

const MOST = 500

/** @throws NanshaError CALLER_FORBIDDEN for anybody but the operator */
export async function listWebsiteReports(
  { database, operators }: Pick<RegisterPorts, 'database' | 'operators'>,
  caller: AccountKey,
): Promise<WebsiteReports> {
  if (!isOperator(operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
  const found = await database.in(WEBSITE_REPORTS).find({}, { limit: MOST, orderBy: { day: 'desc' } })
  return { reports: found.map(({ domain, kind, day, count }) => ({ domain, kind, day, count })) }
}
