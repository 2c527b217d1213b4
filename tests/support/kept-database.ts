import type { Database, Stored } from '@nansha/core/platform/database'
import { createRecordKeepers, type Kept } from '@nansha/core/records/keep-record'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { RECORD_KEY_NAMES, type RecordKeys, readRecordKeys } from '@nansha/core/records/record-keys'
import { COLLECTIONS } from './collections'
import { createMemoryDatabase } from './memory-database'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')

/** Keys that are the same in every run. */
export const RECORD_KEYS: Required<RecordKeys> = readRecordKeys(
  {
    NANSHA_DATA_KEY: key(2),
    NANSHA_PIN_KEY: key(3),
    NANSHA_REFERENCE_KEY: key(4),
    NANSHA_RECORD_KEY: key(5),
    NANSHA_STAFF_KEY: key(6),
    NANSHA_GUEST_KEY: key(7),
    NANSHA_STAY_KEY: key(8),
  },
  RECORD_KEY_NAMES,
)

/** A database in memory, as functions use it and as a reader of the disk sees it. */
export interface KeptMemoryDatabase extends Database {
  /** Every record, opened, by collection; empty collections are left out. */
  dump(): Record<string, Stored[]>
  /** What lies there: for tests that read or write it without keys. */
  readonly raw: Database & { dump(): Record<string, Stored[]> }
}

export function createKeptMemoryDatabase(): KeptMemoryDatabase {
  const raw = createMemoryDatabase()
  return {
    ...keepDatabase(raw, RECORD_KEYS),
    raw,
    dump: () => openRecords(raw.dump(), RECORD_KEYS),
  }
}

/** Opens what lies in a database, collection by collection. */
export function openRecords(
  kept: Readonly<Record<string, readonly Stored[]>>,
  keys: RecordKeys,
): Record<string, Stored[]> {
  const keeperOf = createRecordKeepers(keys)
  const opened = Object.entries(kept).map(([name, records]): [string, Stored[]] => {
    const keeper = keeperOf(COLLECTIONS.get(name) ?? { name })
    return [name, records.map((record) => keeper.read<Stored>(record as Kept).record)]
  })
  return Object.fromEntries(opened)
}
