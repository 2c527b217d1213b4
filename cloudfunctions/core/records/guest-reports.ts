import type { ReportKind } from '@nansha/shared/guest-report/guest-report'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const GUEST_REPORTS = defineCollection<QueuedReport>('guestReports', {
  clear: ['organisationId', 'stayId', 'digest', 'day', 'at', 'state', 'nextAt', 'expiresAt'],
  sealedBy: 'guest',
  pad: 1024,
  vouchedBy: 'stay',
})

/** A report on its way to the authority, written in the transaction that changes the stay. `_id` is stay and version. */
export interface QueuedReport extends Stored {
  readonly organisationId: string
  readonly stayId: string
  readonly revision: number
  readonly kind: ReportKind
  /** `GuestReport` of shared/guest-report as JSON. */
  readonly report: string
  /** SHA-256 of {@link report}. */
  readonly digest: string
  /** Under which day both sides count it. */
  readonly day: string
  readonly at: Date
  /** `exported`: it is in a file, whose receipts are awaited. */
  readonly state: 'waiting' | 'exported' | 'done'
  /** When it is sent next. */
  readonly nextAt: Date
  readonly attempts: number
  /** The file that it was written to. */
  readonly file: string | null
  readonly receivedAt: Date | null
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
