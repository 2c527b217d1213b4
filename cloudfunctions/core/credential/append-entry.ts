import {
  entryHash,
  type LogEntry,
  type LogHead,
  NO_ENTRY,
  skipIndex,
} from '@nansha/shared/issuance-log/log-entry'
import type { Transaction } from '../platform/database'
import {
  entryId,
  HEAD_ID,
  ISSUANCE_LOG,
  type LogEntryRecord,
  type LogHeadRecord,
} from '../records/issuance-log'

/**
 * Appends to the issuance log, inside the transaction that also writes the credential: neither is ever without the
 * other. Two at once meet on the head, and the platform facade repeats the loser's transaction.
 *
 * @returns the entry; its `index` belongs in the credential's record
 */
export async function appendLogEntry(
  transaction: Transaction,
  { at, event, subject, credential }: Pick<LogEntry, 'at' | 'event' | 'subject' | 'credential'>,
): Promise<LogEntry> {
  const head: LogHead = (await transaction.get<LogHeadRecord>(ISSUANCE_LOG, HEAD_ID)) ?? {
    size: 0,
    hash: NO_ENTRY,
  }
  const index = head.size + 1
  const skip = await hashAt(transaction, skipIndex(index), head)
  const entry: LogEntry = { index, at, event, subject, credential, previous: head.hash, skip }
  await transaction.put<LogEntryRecord>(ISSUANCE_LOG, { _id: entryId(index), ...entry })
  await transaction.put<LogHeadRecord>(ISSUANCE_LOG, { _id: HEAD_ID, size: index, hash: entryHash(entry) })
  return entry
}

async function hashAt(transaction: Transaction, index: number, head: LogHead): Promise<string> {
  if (index === 0) return NO_ENTRY
  if (index === head.size) return head.hash
  const entry = await transaction.get<LogEntryRecord>(ISSUANCE_LOG, entryId(index))
  if (!entry) throw new Error(`The issuance log has lost entry ${index}.`)
  return entryHash(entry)
}
