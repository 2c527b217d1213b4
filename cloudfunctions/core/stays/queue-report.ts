import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { GuestReport, ReportKind } from '@nansha/shared/guest-report/guest-report'
import { reportDay } from '@nansha/shared/guest-report/report-entries'
import type { Transaction } from '../platform/database'
import { GUEST_REPORTS } from '../records/guest-reports'
import type { Organisation } from '../records/organisations'
import type { Stay } from '../records/stays'

/** Words a version of a stay for the authority and queues it, in the transaction that makes it true. */
export async function queueReport(
  transaction: Transaction,
  stay: Stay,
  kind: ReportKind,
  { _id, name }: Organisation,
  at: Date,
): Promise<void> {
  const said: GuestReport = {
    stay: stay._id,
    version: stay.revision,
    kind,
    organisation: { id: _id, zh: name.zh },
    room: stay.room,
    arrivedAt: unixSeconds(stay.arrivedAt),
    until: stay.until,
    ...(stay.departedAt && { departedAt: unixSeconds(stay.departedAt) }),
    at: unixSeconds(at),
    guests: stay.party.map(({ id, version, kind, sealed, duties }) => ({
      guest: id,
      version,
      kind,
      fields: sealed,
      ...(duties && { duties: duties.sealed }),
    })),
  }
  const report = JSON.stringify(said)
  await transaction.in(GUEST_REPORTS).insert({
    _id: reportId(stay._id, stay.revision),
    organisationId: stay.organisationId,
    stayId: stay._id,
    revision: stay.revision,
    kind,
    report,
    digest: digestText(report),
    day: reportDay(said.at),
    at,
    state: 'waiting',
    nextAt: at,
    attempts: 0,
    file: null,
    receivedAt: null,
    expiresAt: stay.expiresAt,
  })
}

/** Names a report: sent any number of times, it is one. */
export function reportId(stay: string, revision: number): string {
  return `${stay}.${revision}`
}
