import type { Complaint } from '@nansha/shared/api/wallet'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'
import type { Organisation } from './organisations'

export const DESK_REPORTS = defineCollection<DeskReport>('deskReports', { clear: 'all' })

/** How often citizens complained of one organisation with desks on one day, and of what. Nothing says who, nor of which use. */
export interface DeskReport extends Stored {
  readonly organisationId: string
  readonly organisation: Organisation['name']
  readonly kind: Complaint
  /** The day in China, `YYYY-MM-DD`. */
  readonly day: string
  readonly count: number
  readonly expiresAt: Date
}
