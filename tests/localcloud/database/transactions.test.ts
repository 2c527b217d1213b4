import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionTable } from '@nansha/localcloud/database/catalogue'
import { openStore, type Store } from '@nansha/localcloud/database/store'
import type { OpenTransaction } from '@nansha/localcloud/database/transactions'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const indexes = [{ name: 'code', unique: true, fields: { code: 1 as const } }]
const now = new Date()
const conflict = expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' })
const duplicate = expect.objectContaining({ message: expect.stringContaining('E11000') })

let dataDir: string
let store: Store
let c: CollectionTable
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'transactions-'))
  store = await openStore(dataDir, [{ name: 'c', indexes }])
  c = store.catalogue.collection('c')
  await store.writes.insert(c, [
    { _id: 'a', code: 1, n: 1 },
    { _id: 'b', code: 2, n: 1 },
  ])
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

const start = (): OpenTransaction => store.transactions.find(store.transactions.start('test'))
const set = (t: OpenTransaction, id: string, n: number) =>
  store.operations.update(t, c, id, { $set: { n } }, now)
const read = (t: OpenTransaction, id: string) => store.operations.get(t, c, id)?.n
const plain = (id: string, n: number) => store.writes.update(c, { _id: id }, { $set: { n } }, false, now)

describe('a transaction', () => {
  it('sees its own writes, and others only what is committed', async () => {
    const t = start()
    set(t, 'a', 2)
    expect([read(t, 'a'), store.get('c', 'a')?.n]).toEqual([2, 1])
    await store.transactions.commit(t.id)
    expect(store.get('c', 'a')?.n).toBe(2)
  })

  it('reads the snapshot of its first operation, however others write', async () => {
    const t = start()
    expect(read(t, 'a')).toBe(1)
    await plain('b', 5)
    await plain('b', 6)
    await store.writes.remove(c, { _id: 'a' }, false)
    await store.writes.insert(c, [{ _id: 'new', code: 9 }])
    expect([read(t, 'a'), read(t, 'b'), store.operations.get(t, c, 'new')]).toEqual([1, 1, null])
    store.transactions.abort(t.id)
    expect(read(start(), 'b')).toBe(6)
  })

  it('fails with a conflict on a document that another has written, and is over then', async () => {
    const [first, second] = [start(), start()]
    set(first, 'a', 2)
    expect(() => set(second, 'a', 3)).toThrow(conflict)
    expect(() => store.transactions.find(second.id)).toThrow('TransactionNotExist')
    await store.transactions.commit(first.id)
    expect(store.get('c', 'a')?.n).toBe(2)
  })

  it('fails with a conflict on a document that changed since its snapshot', async () => {
    const t = start()
    read(t, 'b')
    await plain('a', 7)
    expect(() => set(t, 'a', 3)).toThrow(conflict)
  })

  it('meets a conflict, not a duplicate, on a unique key that is not decided yet', () => {
    const [first, second] = [start(), start()]
    store.operations.insert(first, c, { _id: 'x', code: 5 })
    expect(() => store.operations.insert(second, c, { _id: 'y', code: 5 })).toThrow(conflict)
    const third = start()
    store.operations.remove(first, c, 'a')
    expect(() => store.operations.insert(third, c, { _id: 'z', code: 1 })).toThrow(conflict)
  })

  it('meets E11000 on an id or unique key that is taken, and its writes are gone', () => {
    for (const document of [
      { _id: 'a', code: 8 },
      { _id: 'x', code: 1 },
    ]) {
      const t = start()
      set(t, 'b', 9)
      expect(() => store.operations.insert(t, c, document)).toThrow(duplicate)
    }
    expect(store.get('c', 'b')?.n).toBe(1)
    const t = start()
    store.operations.insert(t, c, { _id: 'x', code: 5 })
    expect(() => store.operations.insert(t, c, { _id: 'y', code: 5 })).toThrow(duplicate)
  })

  it('may move a unique key from one document to another', async () => {
    const t = start()
    store.operations.remove(t, c, 'a')
    store.operations.insert(t, c, { _id: 'x', code: 1 })
    await store.transactions.commit(t.id)
    expect(store.get('c', 'x')?.code).toBe(1)
  })

  it('leaves nothing when it is aborted', async () => {
    const t = start()
    set(t, 'a', 2)
    store.operations.insert(t, c, { _id: 'x', code: 5 })
    store.operations.remove(t, c, 'b')
    store.transactions.abort(t.id)
    expect(store.count('c', {})).toBe(2)
    expect(await plain('a', 3)).toBe(1)
  })

  it('is aborted after 30 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const t = start()
      set(t, 'a', 2)
      vi.advanceTimersByTime(30_001)
      await expect(store.transactions.commit(t.id)).rejects.toThrow('30 seconds')
    } finally {
      vi.useRealTimers()
    }
    expect(await plain('a', 3)).toBe(1)
  })
})

describe('a plain write', () => {
  it('waits for the transaction that holds its document, and then does its work', async () => {
    const t = start()
    set(t, 'a', 10)
    let done = false
    const writing = store.writes.update(c, { _id: 'a' }, { $inc: { n: 1 } }, false, now).then(() => {
      done = true
    })
    await plain('b', 4)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(done).toBe(false)
    await store.transactions.commit(t.id)
    await writing
    expect(store.get('c', 'a')?.n).toBe(11)
  })

  it('waits for an insert of the same id or unique key', async () => {
    const t = start()
    store.operations.insert(t, c, { _id: 'x', code: 5 })
    const sameId = store.writes.insert(c, [{ _id: 'x', code: 6 }])
    const sameKey = store.writes.insert(c, [{ _id: 'y', code: 5 }])
    store.transactions.abort(t.id)
    await expect(sameId).resolves.toHaveLength(1)
    await expect(sameKey).resolves.toHaveLength(1)
  })
})

it('concurrent transfers neither make nor lose money, whatever the interleaving', async () => {
  const step = fc.tuple(
    fc.nat(2),
    fc.constantFrom('start', 'move', 'commit', 'abort', 'plain'),
    fc.constantFrom('a', 'b'),
    fc.integer({ min: 1, max: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await store.writes.replace(c, 'a', { code: 1, n: 100 })
      await store.writes.replace(c, 'b', { code: 2, n: 100 })
      const open = new Map<number, OpenTransaction>()
      const orEnd = (who: number, work: () => void) => {
        try {
          work()
        } catch (error) {
          expect(error).toEqual(conflict)
          open.delete(who)
        }
      }
      for (const [who, what, from, amount] of steps) {
        const t = open.get(who)
        const to = from === 'a' ? 'b' : 'a'
        if (what === 'start' && !t) open.set(who, start())
        if (what === 'move' && t) {
          orEnd(who, () => {
            const [n, m] = [Number(read(t, from)), Number(read(t, to))]
            set(t, from, n - amount)
            set(t, to, m + amount)
          })
        }
        if (what === 'commit' && t) await store.transactions.commit(t.id)
        if (what === 'abort' && t) store.transactions.abort(t.id)
        if (what === 'commit' || what === 'abort') open.delete(who)
        expect(Number(store.get('c', 'a')?.n) + Number(store.get('c', 'b')?.n)).toBe(200)
      }
      store.transactions.abortAll()
    }),
    { numRuns: 60 },
  )
})
