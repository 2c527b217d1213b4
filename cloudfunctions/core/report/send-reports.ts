import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { nextStayState } from '@nansha/shared/stays/stay-states'
import { GUEST_REPORTS, type QueuedReport } from '../records/guest-reports'
import { STAYS } from '../records/stays'
import type { Delivery, GuestReports } from './guest-reports'
import type { ReportPorts } from './report-ports'

const LONGEST_PAUSE_MS = 60 * MINUTE_MS
/** A report that waits longer than this is told to the operators. */
export const ALARM_AFTER_MS = 2 * 60 * MINUTE_MS
const BATCH = 400
/** Batches in one round. What was closed before the time limit ends the function stays closed. */
const BATCHES = 20

const WAYS = {
  arrival: 'submit',
  correction: 'correct',
  departure: 'depart',
  annulment: 'annul',
} as const satisfies Record<QueuedReport['kind'], keyof GuestReports>

/** What a round did. */
export interface Sent {
  readonly received: number
  readonly unsent: number
  /** Reports that nobody has after two hours. */
  readonly overdue: number
}

/**
 * Sends what is due, closes what was received, and puts off what was not: after a minute, two, four and so on to an hour.
 * Two rounds at once do no harm.
 *
 * @param timeLeft milliseconds until the function must answer
 */
export async function sendReports(ports: ReportPorts, timeLeft: () => number): Promise<Sent> {
  const { database, now } = ports
  const queue = database.in(GUEST_REPORTS)
  let [received, unsent] = [0, 0]
  for (let batch = 0; batch < BATCHES && timeLeft() > 20_000; batch++) {
    const due = await queue.find(
      { state: 'waiting', nextAt: database.command.lte(new Date(now())) },
      { limit: BATCH, orderBy: { nextAt: 'asc' } },
    )
    const deliveries = await deliver(ports.reports, due)
    for (const delivery of deliveries) await settle(ports, delivery)
    const failed = deliveries.filter(({ outcome }) => outcome === 'unsent').length
    received += deliveries.length - failed
    unsent += failed
    if (due.length < BATCH || failed > 0) break
  }
  received += await collect(ports)
  const overdue = await queue.count({
    state: database.command.neq('done'),
    at: database.command.lt(new Date(now() - ALARM_AFTER_MS)),
  })
  return { received, unsent, overdue }
}

async function deliver(reports: GuestReports, due: readonly QueuedReport[]): Promise<Delivery[]> {
  const deliveries: Delivery[] = []
  for (const [kind, way] of Object.entries(WAYS)) {
    const ofKind = due.filter((report) => report.kind === kind)
    if (ofKind.length > 0) deliveries.push(...(await reports[way](ofKind)))
  }
  return deliveries
}

async function collect(ports: ReportPorts): Promise<number> {
  const exported = await ports.database
    .in(GUEST_REPORTS)
    .find({ state: 'exported' }, { limit: BATCH, orderBy: { at: 'asc' } })
  const deliveries = exported.length > 0 ? await ports.reports.collect(exported) : []
  for (const delivery of deliveries) await settle(ports, delivery)
  return deliveries.filter(({ outcome }) => outcome === 'received').length
}

async function settle(ports: ReportPorts, delivery: Delivery): Promise<void> {
  if (delivery.outcome === 'received') return closeReport(ports, delivery.report)
  const queue = ports.database.in(GUEST_REPORTS)
  const { _id, attempts } = delivery.report
  if (delivery.outcome === 'exported') {
    await queue.update(_id, { state: 'exported', file: delivery.file })
    return
  }
  const nextAt = new Date(ports.now() + pauseAfter(attempts + 1))
  await queue.update(_id, { attempts: attempts + 1, nextAt })
}

/** How long a report that failed so many times waits. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, MINUTE_MS * 2 ** (attempts - 1))
}

/** Closes a report, and moves its stay on when it is of the newest version; again changes nothing. */
export async function closeReport({ database, now }: ReportPorts, report: QueuedReport): Promise<void> {
  await database.transaction(async (transaction) => {
    const current = await transaction.in(GUEST_REPORTS).get(report._id)
    if (!current || current.state === 'done') return
    const at = new Date(now())
    await transaction.in(GUEST_REPORTS).update(report._id, { state: 'done', receivedAt: at })
    const stay = await transaction.in(STAYS).get(report.stayId)
    if (!stay || stay.revision !== report.revision) return
    const state = nextStayState(stay.state, 'receipt')
    if (!state) return
    const change = { at, state, actor: '', cause: 'receipt', detail: '' } as const
    await transaction.in(STAYS).update(stay._id, { state, trail: [...stay.trail, change] })
  })
}
