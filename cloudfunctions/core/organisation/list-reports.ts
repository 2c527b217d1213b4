import type { DeskReports, WebsiteReports } from '@nansha/shared/api/organisation'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { DESK_REPORTS } from '../records/desk-reports'
import { WEBSITE_REPORTS } from '../records/website-reports'
import { isOperator } from './operators'
import type { RegisterPorts } from './organisation-ports'

/** The latest days. */
const LATEST = { limit: 500, orderBy: { day: 'desc' } } as const

type Ports = Pick<RegisterPorts, 'database' | 'operators'>

/** @throws NanshaError CALLER_FORBIDDEN for anybody but the operator */
export async function listWebsiteReports(ports: Ports, caller: AccountKey): Promise<WebsiteReports> {
  requireOperator(ports, caller)
  const found = await ports.database.in(WEBSITE_REPORTS).find({}, LATEST)
  return { reports: found.map(({ domain, kind, day, count }) => ({ domain, kind, day, count })) }
}

/** @throws NanshaError CALLER_FORBIDDEN for anybody but the operator */
export async function listDeskReports(ports: Ports, caller: AccountKey): Promise<DeskReports> {
  requireOperator(ports, caller)
  const found = await ports.database.in(DESK_REPORTS).find({}, LATEST)
  return {
    reports: found.map(({ organisationId, organisation, kind, day, count }) => ({
      organisationId,
      organisation,
      kind,
      day,
      count,
    })),
  }
}

function requireOperator({ operators }: Pick<Ports, 'operators'>, caller: AccountKey): void {
  if (!isOperator(operators, caller)) throw new NanshaError('CALLER_FORBIDDEN')
}
