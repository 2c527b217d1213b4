import type { Complaint } from '@nansha/shared/api/wallet'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const WEBSITE_REPORTS = defineCollection<WebsiteReport>('websiteReports', { clear: 'all' })

/** How many citizens complained of one website on one day, and of what. Nothing says who: the cloud does not know who used it. */
export interface WebsiteReport extends Stored {
  readonly domain: string
  readonly kind: Complaint
  /** The day in China, `YYYY-MM-DD`. */
  readonly day: string
  readonly count: number
  readonly expiresAt: Date
}
