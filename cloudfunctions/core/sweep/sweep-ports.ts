import type { Now } from '../function/answer'
import type { Database } from '../platform/database'
import type { Files } from '../platform/files'

export interface SweepPorts {
  readonly database: Database
  readonly files: Files
  readonly storageRoot: () => Promise<string>
  readonly now: Now
}
