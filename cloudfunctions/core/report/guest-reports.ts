import type { QueuedReport } from '../records/guest-reports'

/**
 * What became of a report: the authority's receipt was checked; or it lies in a file and its receipt is awaited; or nobody has it
 * yet.
 */
export type Delivery =
  | { readonly report: QueuedReport; readonly outcome: 'received' }
  | { readonly report: QueuedReport; readonly outcome: 'exported'; readonly file: string }
  | { readonly report: QueuedReport; readonly outcome: 'unsent' }

/** What the authority says that it has of a day. */
export interface Count {
  readonly count: number
  readonly hash: string
}

/**
 * The way to the authority that receives reports of guests. A report that is sent twice is one, so each of these may be
 * repeated at any time.
 */
export interface GuestReports {
  submit(reports: readonly QueuedReport[]): Promise<Delivery[]>
  correct(reports: readonly QueuedReport[]): Promise<Delivery[]>
  depart(reports: readonly QueuedReport[]): Promise<Delivery[]>
  /** Nobody stayed: the entry was made by mistake. */
  annul(reports: readonly QueuedReport[]): Promise<Delivery[]>
  /** Answers for reports that lie in files: those whose receipts have come since. */
  collect(reports: readonly QueuedReport[]): Promise<Delivery[]>
  /** Null when this way has no such answer, or not now. */
  reconcile(organisationId: string, day: string): Promise<Count | null>
  /** Every entry (shared/guest-report/report-entries.ts) of a day whose counts differ. */
  entries(organisationId: string, day: string): Promise<readonly string[] | null>
}
