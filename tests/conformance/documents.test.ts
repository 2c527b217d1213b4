import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const collection = () => db.collection(name)

describe('documents', () => {
  it('come back with every type the SDK can write', async () => {
    const data = {
      _id: 'types',
      text: '名字 䶮',
      empty: '',
      int: -5,
      long: 2 ** 40,
      double: 0.1,
      yes: true,
      nothing: null,
      date: new Date('1970-01-01T00:00:00.001Z'),
      early: new Date(-62135596800000),
      list: [1, [2, { three: 3 }], []],
      nested: { a: { b: {} } },
      point: db.Geo.Point(113.5, 22.8),
    }
    await collection().add({ data })
    const { data: found } = await collection().doc('types').get()
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(data)))
    expect(found.date).toBeInstanceOf(Date)
  })

  it('get a text id when they have none', async () => {
    const { _id } = await collection().add({ data: { a: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('can have numbers as ids', async () => {
    await collection().add({ data: { _id: 7, a: 1 } })
    expect((await collection().doc(7).get()).data).toEqual({ _id: 7, a: 1 })
    await expect(collection().doc('7').get()).rejects.toThrow('does not exist')
  })

  it('are added several at once', async () => {
    const { _ids } = await collection().add({ data: [{ _id: 'm1' }, { _id: 'm2' }] })
    expect(_ids).toEqual(['m1', 'm2'])
  })

  it('carry the time of the server', async () => {
    const before = Date.now()
    await collection().add({
      data: { _id: 'dated', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) },
    })
    const { at, later } = (await collection().doc('dated').get()).data
    expect(Math.abs(at.getTime() - before)).toBeLessThan(60_000)
    expect(later.getTime() - at.getTime()).toBe(60_000)
  })

  it('with a taken id are refused by E11000 in the message', async () => {
    await collection().add({ data: { _id: 'taken' } })
    await expect(collection().add({ data: { _id: 'taken' } })).rejects.toThrow(/E11000|duplicate/i)
  })

  it('that are missing throw, or are null when asked for so', async () => {
    await expect(collection().doc('nobody').get()).rejects.toThrow('does not exist')
    const lenient = environment.sdk.database({ throwOnNotFound: false })
    expect((await lenient.collection(name).doc('nobody').get()).data).toBeNull()
  })

  it('are written whole by set(), which tells whether it made one', async () => {
    const made = await collection()
      .doc('set')
      .set({ data: { a: 1, b: 1 } })
    const replaced = await collection()
      .doc('set')
      .set({ data: { a: 2 } })
    expect([made.stats, replaced.stats]).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
    ])
    expect((await collection().doc('set').get()).data).toEqual({ _id: 'set', a: 2 })
  })

  it('are removed once', async () => {
    await collection().add({ data: { _id: 'gone' } })
    expect((await collection().doc('gone').remove()).stats.removed).toBe(1)
    expect((await collection().doc('gone').remove()).stats.removed).toBe(0)
  })

  it('of an unknown collection are refused with -502005', async () => {
    await expect(db.collection('conformance_never_made').get()).rejects.toMatchObject({ errCode: -502005 })
  })

  it('inferred from mongod: stored fields may not begin with $', async () => {
    await expect(collection().add({ data: { a: { $b: 1 } } })).rejects.toThrow()
  })
})
