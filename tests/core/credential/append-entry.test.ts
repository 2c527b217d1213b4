import { appendLogEntry } from '@nansha/core/credential/append-entry'
import { entryHash, type LogEntry, NO_ENTRY } from '@nansha/shared/issuance-log/log-entry'
import { describe, expect, it } from 'vitest'
import { createMemoryDatabase } from '../../support/memory-database'

const entry = (n: number) =>
  ({ at: 1_800_000_000 + n, event: 'issued', subject: `s${n}`, credential: `c${n}` }) as const

describe('appendLogEntry', () => {
  it('chains each entry to the one before and to the one at its index with the lowest bit cleared', async () => {
    const database = createMemoryDatabase()
    const entries: LogEntry[] = []
    for (let n = 1; n <= 9; n++) {
      entries.push(await database.transaction((transaction) => appendLogEntry(transaction, entry(n))))
    }
    const hashOf = (index: number) => (index === 0 ? NO_ENTRY : entryHash(entries[index - 1] as LogEntry))
    expect(entries.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(entries.map(({ previous }) => previous)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map(hashOf))
    expect(entries.map(({ skip }) => skip)).toEqual([0, 0, 2, 0, 4, 4, 6, 0, 8].map(hashOf))
    expect(database.dump().issuanceLog?.at(-1)).toMatchObject({ _id: '0000000009' })
    expect(database.dump().issuanceLog?.find(({ _id }) => _id === 'head')).toMatchObject({
      size: 9,
      hash: hashOf(9),
    })
  })

  it('leaves no entry behind when the rest of the transaction fails', async () => {
    const database = createMemoryDatabase()
    const failing = database.transaction(async (transaction) => {
      await appendLogEntry(transaction, entry(1))
      throw new Error('the credential could not be written')
    })
    await expect(failing).rejects.toThrow()
    expect(database.dump()).toEqual({})
  })
})
