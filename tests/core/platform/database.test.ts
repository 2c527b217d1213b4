import { createDatabase } from '@nansha/core/platform/create-database'
import type { CollectionToken, Database, Stored } from '@nansha/core/platform/database'
import { DuplicateKey, TransactionConflict } from '@nansha/core/platform/database-errors'
import type { SdkDatabase } from '@nansha/core/platform/sdk-database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

interface Thing extends Stored {
  readonly n?: number
  readonly inner?: { readonly a?: number; readonly b?: number }
  readonly list?: readonly number[]
  readonly group?: string
}

const THINGS: CollectionToken<Thing> = { name: 'things' }

let cloud: FixtureCloud
let database: Database
let pauses: number[]
/** Milliseconds that the function has left. */
let timeLeft: number
beforeAll(async () => {
  cloud = await startFixtureCloud()
  openSdkDatabase()
  const pause = async (attempt: number) => {
    pauses.push(attempt)
    timeLeft -= 1000
  }
  const retry = { pause, timeLeft: () => timeLeft }
  database = createDatabase(sdk.database({ throwOnNotFound: false }) as SdkDatabase, retry)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  pauses = []
  timeLeft = 60_000
  await things().removeWhere({ _id: database.command.exists(true) })
})

const things = () => database.in(THINGS)

describe('a collection', () => {
  it('tells a duplicate from an insert, by id and by unique field', async () => {
    expect(await things().insert({ _id: 'a', n: 1 })).toBe('inserted')
    expect(await things().insert({ _id: 'a', n: 2 })).toBe('duplicate')
    expect(await things().get('a')).toEqual({ _id: 'a', n: 1 })
    const people = database.in<Stored & { email: string }>({ name: 'people' })
    expect(await people.insert({ _id: 'p', email: 'x' })).toBe('inserted')
    expect(await people.insert({ _id: 'q', email: 'x' })).toBe('duplicate')
  })

  it('answers null for a missing document', async () => {
    expect(await things().get('nobody')).toBeNull()
    expect(await things().findOne({ n: 99 })).toBeNull()
  })

  it('replaces the fields of an update whole, empty documents too', async () => {
    await things().put({ _id: 'a', inner: { a: 1, b: 2 }, list: [1] })
    await things().update('a', { inner: { b: 3 }, list: [] })
    expect(await things().get('a')).toEqual({ _id: 'a', inner: { b: 3 }, list: [] })
    await things().update('a', { inner: {} })
    expect((await things().get('a'))?.inner).toEqual({})
  })

  it('takes commands', async () => {
    await things().put({ _id: 'a', n: 1, list: [1] })
    await things().update('a', { n: database.command.inc(2), list: database.command.push(2, 3) })
    expect(await things().get('a')).toEqual({ _id: 'a', n: 3, list: [1, 2, 3] })
  })

  it('pages, counts, changes and removes by query', async () => {
    for (const n of [1, 2, 3]) await things().insert({ _id: `t${n}`, n, group: 'g' })
    const { command } = database
    expect(await things().find({ group: 'g' }, { limit: 2, orderBy: { n: 'desc' }, skip: 1 })).toEqual([
      { _id: 't2', n: 2, group: 'g' },
      { _id: 't1', n: 1, group: 'g' },
    ])
    expect(await things().count({ n: command.gte(2) })).toBe(2)
    expect(await things().updateWhere({ n: command.gte(2) }, { group: 'h' })).toBe(2)
    expect(await things().removeWhere({ group: 'h' })).toBe(2)
  })

  it('scans everything, page after page', async () => {
    const ids = Array.from({ length: 1005 }, (_, n) => `s${String(n).padStart(4, '0')}`)
    await openSdkDatabase()
      .collection('things')
      .add({ data: ids.map((_id) => ({ _id })) })
    const seen: string[] = []
    for await (const { _id } of things().scan({})) seen.push(_id)
    expect(seen).toEqual(ids)
  })

  it('refuses what would silently match or change more than was meant', async () => {
    const other = undefined as unknown as string
    await expect(things().find({ n: other }, { limit: 1 })).rejects.toThrow('n is undefined')
    await expect(things().find({ inner: { a: { $gt: 0 } } }, { limit: 1 })).rejects.toThrow('$gt')
    await expect(things().removeWhere({})).rejects.toThrow('must name a field')
    await expect(things().update('a', {})).rejects.toThrow('at least one field')
    await expect(things().update('a', { n: undefined as unknown as number })).rejects.toThrow(
      'n is undefined',
    )
    await expect(things().get('')).rejects.toThrow('not empty')
    await expect(things().find({}, { limit: 1001 })).rejects.toThrow('1 to 1000')
  })
})

describe('a transaction', () => {
  it('commits what it did and answers what it returned', async () => {
    await things().put({ _id: 'a', n: 1 })
    const before = await database.transaction(async (t) => {
      const a = await t.in(THINGS).get('a')
      await t.in(THINGS).update('a', { n: 5, inner: {} })
      await t.in(THINGS).insert({ _id: 'b', n: 6 })
      await t.in(THINGS).put({ _id: 'c', n: 7 })
      expect(await t.in(THINGS).remove('nobody')).toBe(false)
      return a?.n
    })
    expect(before).toBe(1)
    expect(await things().get('a')).toEqual({ _id: 'a', n: 5, inner: {} })
    expect(await things().count({})).toBe(3)
  })

  it('leaves nothing when it throws', async () => {
    const failing = database.transaction(async (t) => {
      await t.in(THINGS).put({ _id: 'a', n: 1 })
      throw new Error('as asked')
    })
    await expect(failing).rejects.toThrow('as asked')
    expect(await things().get('a')).toBeNull()
  })

  it('names a duplicate, which is not tried again', async () => {
    await things().put({ _id: 'a', n: 1 })
    const failing = database.transaction((t) => t.in(THINGS).insert({ _id: 'a' }))
    await expect(failing).rejects.toBeInstanceOf(DuplicateKey)
    expect(pauses).toEqual([])
  })

  it('tries again after a conflict that an operation raised', async () => {
    await things().put({ _id: 'a', n: 0 })
    const blocker = await openSdkDatabase().startTransaction()
    await blocker
      .collection('things')
      .doc('a')
      .update({ data: { n: 10 } })
    let attempts = 0
    await database.transaction(async (t) => {
      if (++attempts === 2) await blocker.commit()
      await t.in(THINGS).update('a', { n: database.command.inc(1) })
    })
    expect((await things().get('a'))?.n).toBe(11)
    expect(pauses).toEqual([2])
  })

  it('goes on until the function has to answer, and then gives up', async () => {
    timeLeft = 12_000
    await things().put({ _id: 'a', n: 0 })
    const blocker = await openSdkDatabase().startTransaction()
    await blocker
      .collection('things')
      .doc('a')
      .update({ data: { n: 10 } })
    const failing = database.transaction((t) => t.in(THINGS).put({ _id: 'a', n: 1 }))
    await expect(failing).rejects.toBeInstanceOf(TransactionConflict)
    expect(pauses).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    await blocker.rollback()
  })

  it('keeps count under contention', async () => {
    await things().put({ _id: 'a', n: 0 })
    const retry = { timeLeft: () => 60_000 }
    const patient = createDatabase(sdk.database({ throwOnNotFound: false }) as SdkDatabase, retry)
    const increment = () =>
      patient.transaction(async (t) => {
        const a = await t.in(THINGS).get('a')
        await t.in(THINGS).put({ _id: 'a', n: (a?.n ?? 0) + 1 })
      })
    await Promise.all(Array.from({ length: 12 }, increment))
    expect((await things().get('a'))?.n).toBe(12)
  })
})
