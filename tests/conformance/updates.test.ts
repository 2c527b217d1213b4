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

type Make = (_: Environment['db']) => object

describe('update()', () => {
  it.each<[string, object, Make, object]>([
    ['sets fields', { a: 1, b: 2 }, () => ({ a: 5 }), { a: 5, b: 2 }],
    ['merges plain nested documents', { a: { x: 1, y: 2 } }, () => ({ a: { x: 5 } }), { a: { x: 5, y: 2 } }],
    ['replaces with set()', { a: { x: 1, y: 2 } }, (_) => ({ a: _.set({ x: 5 }) }), { a: { x: 5 } }],
    ['takes dotted paths', { a: { x: 1 } }, () => ({ 'a.y': 2 }), { a: { x: 1, y: 2 } }],
    ['replaces arrays', { a: [1, 2] }, () => ({ a: [3] }), { a: [3] }],
    ['removes', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['increments', { a: 1 }, (_) => ({ a: _.inc(2), b: _.inc(3) }), { a: 3, b: 3 }],
    ['multiplies', { a: 3 }, (_) => ({ a: _.mul(2), b: _.mul(2) }), { a: 6, b: 0 }],
    ['min and max', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.max(9) }), { a: 3, b: 9 }],
    ['renames', { a: 1 }, (_) => ({ a: _.rename('c') }), { c: 1 }],
    ['works on bits', { a: 12 }, (_) => ({ a: _.bit({ and: 10 }) }), { a: 8 }],
    ['pushes one', { a: [1] }, (_) => ({ a: _.push(2) }), { a: [1, 2] }],
    ['pushes several', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
    [
      'pushes with modifiers',
      { a: [5] },
      (_) => ({ a: _.push({ each: [1, 9], position: 0, sort: 1, slice: 2 }) }),
      { a: [1, 5] },
    ],
    [
      'pops and shifts',
      { a: [1, 2, 3], b: [1, 2, 3] },
      (_) => ({ a: _.pop(), b: _.shift() }),
      { a: [1, 2], b: [2, 3] },
    ],
    ['unshifts', { a: [1] }, (_) => ({ a: _.unshift([2, 3]) }), { a: [2, 3, 1] }],
    ['pulls a value', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
    ['pulls all', { a: [1, 2, 3] }, (_) => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    ['adds to a set', { a: [1] }, (_) => ({ a: _.addToSet(1), b: _.addToSet(2) }), { a: [1], b: [2] }],
  ])('%s', async (_title, before, make, after) => {
    const { _id } = await db.collection(name).add({ data: before })
    await db
      .collection(name)
      .doc(_id)
      .update({ data: make(db.command) })
    expect((await db.collection(name).doc(_id).get()).data).toEqual({ _id, ...after })
  })

  it('inferred from SDK 4.0.2, which drops them: an empty nested document changes nothing', async () => {
    const { _id } = await db.collection(name).add({ data: { a: 1 } })
    await db
      .collection(name)
      .doc(_id)
      .update({ data: { b: 2, c: {} } })
    expect((await db.collection(name).doc(_id).get()).data).toEqual({ _id, a: 1, b: 2 })
  })

  it('inferred from mongod (nModified): counts documents that are different now', async () => {
    const { _id } = await db.collection(name).add({ data: { a: 1 } })
    const update = async (data: object) => (await db.collection(name).doc(_id).update({ data })).stats.updated
    expect([await update({ a: 2 }), await update({ a: 2 })]).toEqual([1, 0])
    expect(
      (
        await db
          .collection(name)
          .doc('nobody')
          .update({ data: { a: 1 } })
      ).stats.updated,
    ).toBe(0)
  })

  it('of the wrong type is refused and changes nothing', async () => {
    const { _id } = await db.collection(name).add({ data: { a: 'text', b: 1 } })
    await expect(
      db
        .collection(name)
        .doc(_id)
        .update({ data: { b: 2, a: db.command.inc(1) } }),
    ).rejects.toThrow()
    expect((await db.collection(name).doc(_id).get()).data).toEqual({ _id, a: 'text', b: 1 })
  })
})

describe('where()', () => {
  it('updates and removes all matches, or one with multi: false', async () => {
    const group = `g${Date.now()}`
    await db.collection(name).add({
      data: [
        { group, n: 1 },
        { group, n: 2 },
        { group, n: 3 },
      ],
    })
    const where = (condition: object) => db.collection(name).where({ group, ...condition })
    expect((await where({ n: db.command.gt(1) }).update({ data: { big: true } })).stats.updated).toBe(2)
    expect((await where({}).update({ data: { seen: true }, multi: false })).stats.updated).toBe(1)
    expect((await where({ big: true }).remove()).stats.removed).toBe(2)
    expect((await where({}).count()).total).toBe(1)
  })

  it('updates the element of an array that matched', async () => {
    const { _id } = await db.collection(name).add({ data: { list: [{ k: 1 }, { k: 2 }] } })
    await db
      .collection(name)
      .where({ _id, 'list.k': 2 })
      .update({ data: { 'list.$.done': true } })
    expect((await db.collection(name).doc(_id).get()).data.list).toEqual([{ k: 1 }, { k: 2, done: true }])
  })
})
