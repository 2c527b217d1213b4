import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const OFFICER_APPROVALS = defineCollection<OfficerApprovals>('officerDays', {
  clear: 'all',
  vouchedBy: 'record',
})

/** How many people an officer approved on one day. `_id` is `<account>.<YYYY-MM-DD>`, the day as in China. */
export interface OfficerApprovals extends Stored {
  readonly approvals: number
  readonly expiresAt: Date
}
