import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '@nansha/localcloud/database/ejson'
import { findIn } from '@nansha/localcloud/database/find'
import { compileQuery } from '@nansha/localcloud/database/match'
import { openStore, type Store } from '@nansha/localcloud/database/store'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const indexes = [
  { name: 'a_b', unique: false, fields: { a: 1 as const, b: -1 as const } },
  { name: 'b', unique: false, fields: { b: 1 as const } },
  { name: 'code', unique: true, fields: { code: 1 as const } },
]

let dataDir: string
let store: Store
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'))
  store = await openStore(dataDir, [{ name: 'c', indexes }])
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

const insert = (...documents: Document[]) => store.writes.insert(store.catalogue.collection('c'), documents)
const all = { order: {}, offset: 0, limit: 1000, projection: {} }

describe('an index', () => {
  const scalar = fc.constantFrom(null, 0, 1, 2, 'x', 'y', true, new Date(5))
  const field = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))
  const document = fc.record({ a: field, b: field }, { requiredKeys: [], noNullPrototype: true })
  const bound = fc.constantFrom(0, 1, 2, 'x', new Date(5))
  const condition = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
    fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), bound)
      .map(([operator, value]) => ({ [operator]: value })),
    fc.tuple(bound, bound).map(([$gte, $lt]) => ({ $gte, $lt })),
  )
  const query = fc.oneof(
    fc.record({ a: condition, b: condition }, { requiredKeys: [], noNullPrototype: true }),
    fc
      .array(fc.record({ a: condition, b: condition }, { requiredKeys: [], noNullPrototype: true }), {
        minLength: 1,
        maxLength: 2,
      })
      .map(($and) => ({ $and })),
  )
  const order = fc.constantFrom<Document>({}, { b: 1 }, { b: -1 }, { a: 1 }, { _id: 1 }, { _id: -1 })

  it('finds exactly what reading everything would find, in the same order', async () => {
    const documents = fc
      .sample(document, { numRuns: 150, seed: 7 })
      .map((one, number) => ({ ...one, _id: `d${number}`, code: number }))
    await insert(...documents)
    fc.assert(
      fc.property(query, order, (wanted, by) => {
        const request = { ...all, query: wanted, order: by }
        const found = store.find('c', request)
        const expected = findIn(documents, false, request)
        expect(new Set(found.map(({ _id }) => _id))).toEqual(new Set(expected.map(({ _id }) => _id)))
        const [sortField] = Object.keys(by)
        if (sortField === '_id') expect(found.map(({ _id }) => _id)).toEqual(expected.map(({ _id }) => _id))
        else if (sortField)
          expect(findIn(found, false, { ...request, query: {} }).map(({ _id }) => _id)).toEqual(
            found.map(({ _id }) => _id),
          )
      }),
      { numRuns: 400 },
    )
  })

  it('follows updates and removals', async () => {
    await insert({ _id: 1, a: 1, code: 1 }, { _id: 2, a: 1, code: 2 })
    const collection = store.catalogue.collection('c')
    await store.writes.update(collection, { _id: 1 }, { $set: { a: [2, 3] } }, false, new Date())
    await store.writes.remove(collection, { _id: 2 }, false)
    expect(store.find('c', { ...all, query: { a: 1 } })).toEqual([])
    expect(store.find('c', { ...all, query: { a: 3 } })).toHaveLength(1)
  })
})

describe('a unique index', () => {
  const duplicate = expect.objectContaining({ message: expect.stringContaining('E11000') })

  it('counts missing and null as one value, as MongoDB does', async () => {
    await insert({ _id: 1 })
    await expect(insert({ _id: 2, code: null })).rejects.toEqual(duplicate)
    await insert({ _id: 2, code: 1 }, { _id: 3, code: '1' })
    await expect(insert({ _id: 4, code: [5, 1] })).rejects.toEqual(duplicate)
  })

  it('refuses an update that takes a key, and leaves the document as it was', async () => {
    await insert({ _id: 1, code: 1 }, { _id: 2, code: 2 })
    const collection = store.catalogue.collection('c')
    await expect(
      store.writes.update(collection, { _id: 2 }, { $set: { code: 1, x: 1 } }, false, new Date()),
    ).rejects.toEqual(duplicate)
    expect(store.get('c', 2)).toEqual({ _id: 2, code: 2 })
  })

  it('keeps what came before a duplicate in one insert, and nothing after', async () => {
    await expect(insert({ _id: 1, code: 1 }, { _id: 1, code: 2 }, { _id: 3, code: 3 })).rejects.toEqual(
      duplicate,
    )
    expect(store.count('c', {})).toBe(1)
  })

  it('of a new definition is built over what is there, or refused', async () => {
    await insert({ _id: 1, code: 1, d: 1 }, { _id: 2, code: 2, d: 1 })
    store.close()
    const unique = { name: 'd', unique: true, fields: { d: 1 as const } }
    await expect(openStore(dataDir, [{ name: 'c', indexes: [unique] }])).rejects.toThrow('E11000')
    store = await openStore(dataDir, [{ name: 'c', indexes: [{ ...unique, unique: false }] }])
    expect(store.find('c', { ...all, query: { d: 1 } })).toHaveLength(2)
  })
})

describe('compileQuery', () => {
  it.each<[Document, string]>([
    [{ $where: 'true' }, '$where'],
    [{ a: { $jsonSchema: {} } }, '$jsonSchema'],
    [{ a: { $where: '1' } }, '$where'],
    [{ a: { $gt: 1, b: 2 } }, 'mixes'],
    [{ $or: [] }, '$or'],
    [{ $and: { a: 1 } }, '$and'],
    [{ a: { $in: 1 } }, '$in'],
    [{ a: { $size: -1 } }, '$size'],
    [{ a: { $mod: [0, 1] } }, '$mod'],
    [{ a: { $not: 1 } }, '$not'],
    [{ a: { $elemMatch: 1 } }, '$elemMatch'],
    [{ a: { $elemMatch: { b: { $near: 1 } } } }, '$near'],
    [{ $text: { $search: 'x' } }, '$text'],
  ])('refuses %j by name', (query, name) => {
    expect(() => compileQuery(query)).toThrow(expect.objectContaining({ code: 'DATABASE_INVALID_OPERRATOR' }))
    expect(() => compileQuery(query)).toThrow(name)
  })
})

describe('a data folder of an older version', () => {
  it('gets new keys, by which everything is found again', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'old-keys-'))
    const collections = [
      { name: 'people', indexes: [{ name: 'age', unique: true, fields: { age: 1 as const } }] },
    ]
    try {
      const old = await openStore(dataDir, collections)
      const people = old.catalogue.collection('people')
      await old.writes.insert(people, [
        { _id: 7, age: 30 },
        { _id: 'b', age: 2n ** 60n },
      ])
      await old.engine.write(() => {
        old.engine.run(`UPDATE ${people.table} SET id = 'old' || number`)
        for (const index of people.indexes)
          old.engine.run(`UPDATE ${index.table} SET key = 'old' || document`)
        old.engine.run("UPDATE settings SET value = '1' WHERE name = 'keyVersion'")
      })
      old.close()
      const store = await openStore(dataDir, collections)
      const all = { order: {}, offset: 0, limit: 10, projection: {} }
      expect(store.get('people', 7)).toEqual({ _id: 7, age: 30 })
      expect(store.find('people', { ...all, query: { age: 2n ** 60n } })).toEqual([
        { _id: 'b', age: 2n ** 60n },
      ])
      await expect(
        store.writes.insert(store.catalogue.collection('people'), [{ _id: 'c', age: 30 }]),
      ).rejects.toThrow('E11000')
      store.close()
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })
})
