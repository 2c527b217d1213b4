import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const REPORT_DAYS = defineCollection<ReportDay>('reportDays', { clear: 'all', vouchedBy: 'stay' })

/** What a comparison of a day with the authority found. `_id` is organisation and day. */
export interface ReportDay extends Stored {
  readonly organisationId: string
  readonly day: string
  readonly at: Date
  readonly count: number
  /** `different`: reports were sent again, and the next comparison decides. */
  readonly state: 'equal' | 'different'
  /** Reports that the authority did not have. */
  readonly missing: number
  /** Reports that it has and this cloud does not know. */
  readonly unknown: number
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
