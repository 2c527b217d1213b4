import { appendLogEntry } from '@nansha/core/credential/append-entry'
import {
  entryId,
  HEAD_ID,
  ISSUANCE_LOG,
  type LogEntryRecord,
  type LogHeadRecord,
} from '@nansha/core/records/issuance-log'
import type { LogEntry } from '@nansha/shared/issuance-log/log-entry'
import { extendsHead, headVouchesFor, pathIndexes } from '@nansha/shared/issuance-log/verify-path'
import { expect, it } from 'vitest'
import { createMemoryDatabase } from '../support/memory-database'

it('an operator who takes an issuance out of the log is found out by anyone who kept a head', async () => {
  const database = createMemoryDatabase()
  const append = (credential: string) =>
    database.transaction((transaction) =>
      appendLogEntry(transaction, { at: 1, event: 'issued', subject: 's', credential }),
    )
  const log = database.collection<LogEntryRecord>(ISSUANCE_LOG)
  const head = async () =>
    (await database.collection<LogHeadRecord>(ISSUANCE_LOG).get(HEAD_ID)) as LogHeadRecord
  const path = async (from: number, to: number) =>
    Promise.all(
      pathIndexes(from, to).map(async (index) => {
        const { _id, ...entry } = (await log.get(entryId(index))) as LogEntryRecord
        return entry as LogEntry
      }),
    )
  for (const credential of ['a', 'b', 'secretly issued', 'd', 'e']) await append(credential)
  const kept = await head()

  // The operator replaces the third entry and builds everything after it anew.
  const second = (await log.get(entryId(2))) as LogEntryRecord
  const { entryHash } = await import('@nansha/shared/issuance-log/log-entry')
  await database
    .collection<LogHeadRecord>(ISSUANCE_LOG)
    .put({ _id: HEAD_ID, size: 2, hash: entryHash(second) })
  for (const credential of ['innocent', 'd', 'e', 'f', 'g']) await append(credential)

  const rewritten = await head()
  expect(headVouchesFor(rewritten, await path(7, 3))).toBe(true)
  expect(extendsHead(kept, rewritten, await path(7, 5))).toBe(false)
})
