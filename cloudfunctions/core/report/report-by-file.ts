import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import { writeCsv } from '@nansha/shared/encoding/csv'
import { GuestReport } from '@nansha/shared/guest-report/guest-report'
import * as v from 'valibot'
import type { Files } from '../platform/files'
import type { QueuedReport } from '../records/guest-reports'
import { isReceiptFor, type ReceiverPorts } from './check-receipt'
import type { Delivery, GuestReports } from './guest-reports'

export interface FileReportPorts extends ReceiverPorts {
  readonly files: Files
  readonly storageRoot: () => Promise<string>
  /** Names a file, so that none is written over. */
  readonly randomId: () => string
}

/** Receipts come by hand, the next day or after a weekend. */
const RECEIPT_SECONDS = 30 * DAY_SECONDS

const COLUMNS = [
  'stay',
  'version',
  'kind',
  'organisation',
  'room',
  'arrivedAt',
  'until',
  'departedAt',
  'guest',
  'guestKind',
  'guestVersion',
  'kid',
  'enc',
  'ct',
  'dutiesKid',
  'dutiesEnc',
  'dutiesCt',
] as const

/**
 * Reports in files that somebody carries to the authority, for a region without a network to it: each round writes JSON Lines and
 * the same as CSV under `guest-reports/`, and reads receipts, a JWS a line, that were put beside it (docs/guest-report.md).
 */
export function reportByFile(ports: FileReportPorts): GuestReports {
  const write = (kind: string) => (reports: readonly QueuedReport[]) => writeAll(ports, kind, reports)
  return {
    submit: write('arrivals'),
    correct: write('corrections'),
    depart: write('departures'),
    annul: write('annulments'),
    collect: (reports) => collectReceipts(ports, reports),
    reconcile: async () => null,
    entries: async () => null,
  }
}

async function writeAll(
  { files, randomId, now }: Pick<FileReportPorts, 'files' | 'randomId' | 'now'>,
  kind: string,
  reports: readonly QueuedReport[],
): Promise<Delivery[]> {
  const file = `guest-reports/${dateInChina(now())}/${kind}-${randomId()}`
  const lines = reports.map(({ report }) => report)
  await files.upload(`${file}.jsonl`, Buffer.from(`${lines.join('\n')}\n`))
  await files.upload(`${file}.csv`, Buffer.from(toCsv(lines)))
  return reports.map((report) => ({ report, outcome: 'exported', file }))
}

/** RFC 4180, a line a guest. @param reports each as JSON */
export function toCsv(reports: readonly string[]): string {
  const rows = reports.flatMap((text) => {
    const { stay, version, kind, organisation, room, arrivedAt, until, departedAt, guests } = v.parse(
      GuestReport,
      JSON.parse(text),
    )
    return guests.map(({ guest, kind: guestKind, version: guestVersion, fields, duties }) => {
      const of = { stay, version, kind, organisation: organisation.id, room, arrivedAt, until, departedAt }
      const done = { dutiesKid: duties?.kid, dutiesEnc: duties?.enc, dutiesCt: duties?.ct }
      const cells = { ...of, guest, guestKind, guestVersion, ...fields, ...done }
      return COLUMNS.map((name) => cells[name] ?? '')
    })
  })
  return writeCsv([COLUMNS, ...rows])
}

async function collectReceipts(
  ports: FileReportPorts,
  reports: readonly QueuedReport[],
): Promise<Delivery[]> {
  const root = await ports.storageRoot()
  const deliveries: Delivery[] = []
  for (const file of new Set(reports.flatMap(({ file }) => file ?? []))) {
    const receipts = await ports.files.download(`${root}${file}.receipts`)
    if (!receipts) continue
    const lines = receipts.toString('utf8').split('\n').filter(Boolean)
    for (const report of reports.filter((one) => one.file === file))
      if (await anyReceipt(ports, lines, report)) deliveries.push({ report, outcome: 'received' })
  }
  return deliveries
}

async function anyReceipt(
  ports: Pick<FileReportPorts, 'issuerUrl' | 'receiver' | 'now' | 'verifySignature'>,
  lines: readonly string[],
  report: QueuedReport,
): Promise<boolean> {
  for (const line of lines) if (await isReceiptFor(ports, line.trim(), report, RECEIPT_SECONDS)) return true
  return false
}
