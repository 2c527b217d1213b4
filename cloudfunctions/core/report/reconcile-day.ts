import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { hashEntries, reportEntry } from '@nansha/shared/guest-report/report-entries'
import { GUEST_REPORTS } from '../records/guest-reports'
import { REPORT_DAYS, type ReportDay } from '../records/report-days'
import type { ReportPorts } from './report-ports'

/** Days that are compared each night, so that what was late or mended is seen to be equal. */
const COMPARED_DAYS = 3

/**
 * Compares the last days of each organisation with what the authority has, by count and hash. What it lacks is sent again; what it
 * has and nobody here knows is shown, for people to look into.
 *
 * @returns how many days of organisations were equal, and how many were not
 */
export async function reconcile(ports: ReportPorts): Promise<{ equal: number; different: number }> {
  const result = { equal: 0, different: 0 }
  for (let back = 1; back <= COMPARED_DAYS; back++) {
    const day = dateInChina(ports.now() - back * DAY_MS)
    for (const [organisationId, reports] of await entriesOf(ports, day)) {
      const state = await reconcileDay(ports, organisationId, day, reports)
      if (state !== null) result[state]++
    }
  }
  return result
}

/** What is compared of a report: a region's day does not fit in memory whole. */
interface Entry {
  readonly id: string
  readonly entry: string
  readonly expiresAt: Date
}

async function entriesOf({ database }: ReportPorts, day: string): Promise<Map<string, Entry[]>> {
  const byOrganisation = new Map<string, Entry[]>()
  for await (const report of database.in(GUEST_REPORTS).scan({ day })) {
    const { _id: id, organisationId, stayId: stay, revision: version, digest, expiresAt } = report
    const entry = { id, entry: reportEntry({ stay, version, digest }), expiresAt }
    const known = byOrganisation.get(organisationId)
    if (known) known.push(entry)
    else byOrganisation.set(organisationId, [entry])
  }
  return byOrganisation
}

async function reconcileDay(
  ports: ReportPorts,
  organisationId: string,
  day: string,
  reports: readonly Entry[],
): Promise<ReportDay['state'] | null> {
  const ours = new Map(reports.map((report) => [report.entry, report]))
  const counted = await ports.reports.reconcile(organisationId, day)
  if (!counted) return null
  const isEqual = counted.count === ours.size && counted.hash === hashEntries([...ours.keys()])
  const entries = isEqual ? [...ours.keys()] : await ports.reports.entries(organisationId, day)
  if (!entries) return null
  const theirs = new Set(entries)
  const missing = [...ours].filter(([entry]) => !theirs.has(entry)).map(([, report]) => report)
  const unknown = entries.filter((entry) => !ours.has(entry)).length
  await sendAgain(ports, missing)
  const state = isEqual ? 'equal' : 'different'
  await ports.database.in(REPORT_DAYS).put({
    _id: `${organisationId}.${day}`,
    organisationId,
    day,
    at: new Date(ports.now()),
    count: ours.size,
    state,
    missing: missing.length,
    unknown,
    expiresAt: latest(reports.map(({ expiresAt }) => expiresAt)),
  })
  return state
}

/** Whatever a receipt said: the authority does not have them. */
async function sendAgain({ database, now }: ReportPorts, reports: readonly Entry[]): Promise<void> {
  const queue = database.in(GUEST_REPORTS)
  for (const { id } of reports)
    await queue.update(id, { state: 'waiting', nextAt: new Date(now()), attempts: 0, receivedAt: null })
}

function latest(times: readonly Date[]): Date {
  return new Date(Math.max(...times.map((time) => time.getTime())))
}
