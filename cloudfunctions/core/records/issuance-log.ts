import type { LogEntry, LogHead } from '@nansha/shared/issuance-log/log-entry'
import type { Stored } from '../platform/database'

export const ISSUANCE_LOG = 'issuanceLog'

/** `_id` of the one document that holds the head. */
export const HEAD_ID = 'head'

/** Entries have their index as `_id`, ten digits, so that text order is log order. */
export type LogEntryRecord = LogEntry & Stored

export interface LogHeadRecord extends Stored, LogHead {}

export function entryId(index: number): string {
  return String(index).padStart(10, '0')
}

/** `_id` of the published head; beyond every entry in text order, as `head` is. */
export const SIGNED_HEAD_ID = 'signed-head'

/** The head as sweep signed it last. */
export interface SignedHeadRecord extends Stored {
  readonly jws: string
}
