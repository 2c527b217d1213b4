import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Environment } from './connect'

let environment: Environment
let db: Environment['db']
let name: string
beforeAll(async () => {
  environment = await connect()
  db = environment.db
  name = await environment.collection()
})
afterAll(() => environment.close())
beforeEach(async () => {
  for (const _id of ['a', 'b'])
    await db
      .collection(name)
      .doc(_id)
      .set({ data: { n: 1 } })
})

const value = async (_id: string) => (await db.collection(name).doc(_id).get()).data.n
const conflict = /TransactionConflict|DATABASE_TRANSACTION_CONFLICT|WriteConflict/

describe('a transaction', () => {
  it('commits everything or nothing', async () => {
    await db.runTransaction(async (t: Environment['db']) => {
      await t
        .collection(name)
        .doc('a')
        .update({ data: { n: 5 } })
      await t
        .collection(name)
        .doc('b')
        .set({ data: { n: 6 } })
      await t.collection(name).add({ data: { _id: `c${Date.now()}` } })
    })
    expect([await value('a'), await value('b')]).toEqual([5, 6])
    const failing = db.runTransaction(async (t: Environment['db']) => {
      await t
        .collection(name)
        .doc('a')
        .update({ data: { n: 7 } })
      throw new Error('as asked')
    })
    await expect(failing).rejects.toThrow('as asked')
    expect(await value('a')).toBe(5)
  })

  it('reads its own writes, which nobody else sees before the commit', async () => {
    const t = await db.startTransaction()
    await t
      .collection(name)
      .doc('a')
      .update({ data: { n: 9 } })
    expect([(await t.collection(name).doc('a').get()).data.n, await value('a')]).toEqual([9, 1])
    await t.rollback()
    expect(await value('a')).toBe(1)
  })

  it('reads a snapshot', async () => {
    const t = await db.startTransaction()
    await t.collection(name).doc('b').get()
    await db
      .collection(name)
      .doc('a')
      .update({ data: { n: 2 } })
    expect((await t.collection(name).doc('a').get()).data.n).toBe(1)
    await t.commit()
  })

  it('meets a conflict where another has written, in the message of the error', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await first
      .collection(name)
      .doc('a')
      .update({ data: { n: 2 } })
    await expect(
      second
        .collection(name)
        .doc('a')
        .update({ data: { n: 3 } }),
    ).rejects.toThrow(conflict)
    await first.commit()
    expect(await value('a')).toBe(2)
  })

  it('makes a plain write to its document wait', async () => {
    const t = await db.startTransaction()
    await t
      .collection(name)
      .doc('a')
      .update({ data: { n: 10 } })
    let done = false
    const writing = db
      .collection(name)
      .doc('a')
      .update({ data: { n: db.command.inc(1) } })
    writing.then(() => {
      done = true
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(done).toBe(false)
    await t.commit()
    await writing
    expect(await value('a')).toBe(11)
  })

  it('is over after its end', async () => {
    const t = await db.startTransaction()
    await t.rollback()
    await expect(
      t
        .collection(name)
        .doc('a')
        .update({ data: { n: 2 } }),
    ).rejects.toThrow(/TransactionNotExist|not exist/i)
  })

  it('inferred from WeChat documentation ("only single records"): takes no where()', async () => {
    const t = await db.startTransaction()
    await expect(t.collection(name).where({ n: 1 }).get()).rejects.toThrow()
    await t.rollback().catch(() => undefined)
  })
})
