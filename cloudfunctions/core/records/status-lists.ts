import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const STATUS_LISTS = defineCollection<StatusListRecord>('statusLists', { clear: 'all' })

/** One shard of the status lists. `_id` is its number. */
export interface StatusListRecord extends Stored {
  readonly list: number
  /** New credentials are put in open lists only. */
  readonly open: boolean
  /** The status list token (`statuslist+jwt`) as published; null until sweep made the first. */
  readonly token: string | null
  readonly publishedAt: Date | null
}
