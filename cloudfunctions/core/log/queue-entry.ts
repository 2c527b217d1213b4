import { encodeEntry, type LogEntry } from '@nansha/shared/log/entry'
import type { RandomId } from '../function/random-id'
import type { Transaction } from '../platform/database'
import { LOG_QUEUE } from '../records/log'

/**
 * Queues an entry for the log, inside the transaction that also writes the credential: neither is ever without the other.
 * The sequencer gives it its place within a minute.
 *
 * @param randomId makes the document's id, so that no two issuances meet on a document
 */
export async function queueEntry(
  transaction: Transaction,
  randomId: RandomId,
  entry: LogEntry,
): Promise<void> {
  const bytes = Buffer.from(encodeEntry(entry)).toString('base64url')
  await transaction.in(LOG_QUEUE).insert({ _id: randomId(), entry: bytes })
}
