import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

/** Entries that were issued and are not in the tree yet. */
export const LOG_QUEUE = defineCollection<QueuedEntry>('logQueue', { clear: 'all' })

/** `_id` is random, so that two issuances never write the same document. */
export interface QueuedEntry extends Stored {
  /** `encodeEntry` of shared/log, base64url. */
  readonly entry: string
}

/** Tiles and bundles; `_id` is the path of C2SP tlog-tiles. Written once, never changed. */
export const LOG_TILES = defineCollection<LogTileRecord>('logTiles', { clear: 'all' })

export interface LogTileRecord extends Stored {
  /** Base64url. */
  readonly bytes: string
}

export const LOG_STATE = defineCollection<LogState>('logState', { clear: 'all' })
/** `_id` of its one document, which the sequencer alone writes. */
export const LOG_STATE_ID = 'state'

export interface LogState extends Stored {
  /** Entries under {@link checkpoint}. */
  readonly size: number
  /** The signed note as it is served. */
  readonly checkpoint: string
  readonly signedAt: Date
  /**
   * Entries that were given their places after the first `size` and are not published yet. Once this is written, what
   * the tree becomes is settled: any run that finds it finishes it, and every run finishes it alike.
   */
  readonly batch: LogBatch | null
  /** How many entries of the former hash chain were taken over. */
  readonly chainTaken: number
  /** When the former chain's head is published for the last time; null where there never was a chain. */
  readonly chainUntil: Date | null
}

export interface LogBatch {
  /** Base64url, in the order of the tree. */
  readonly entries: readonly string[]
  /** Ids in the queue, to be removed; empty for entries of the chain. */
  readonly queued: readonly string[]
}
