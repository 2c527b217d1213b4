import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import type { GuestReports } from './guest-reports'

export interface ReportPorts {
  readonly database: Database
  readonly now: Now
  readonly reports: GuestReports
}
