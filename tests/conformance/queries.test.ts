import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Environment } from './connect'

let environment: Environment
let db: Environment['db']
let name: string
let many: string

const people = [
  {
    _id: 'ann',
    age: 30,
    city: 'GZ',
    tags: ['a', 'b'],
    pets: [{ kind: 'cat', age: 2 }],
    born: new Date('1990-01-01'),
    spot: [113.3, 23.1],
  },
  {
    _id: 'bob',
    age: 20,
    city: 'SZ',
    tags: ['b'],
    pets: [
      { kind: 'dog', age: 5 },
      { kind: 'cat', age: 9 },
    ],
    born: new Date('2000-01-01'),
    spot: [114.1, 22.5],
  },
  {
    _id: 'cat',
    age: 40,
    city: 'GZ',
    tags: [],
    nick: null,
    born: new Date('1980-01-01'),
    spot: [113.5, 22.8],
  },
  { _id: 'dan', age: '30', city: 'Foshan', deep: { x: { y: 1 } }, spot: [116.4, 39.9] },
]

beforeAll(async () => {
  environment = await connect()
  db = environment.db
  name = await environment.collection()
  for (const { spot, ...person } of people) {
    await db.collection(name).add({ data: { ...person, spot: db.Geo.Point(spot[0], spot[1]) } })
  }
  many = await environment.collection()
  await db
    .collection(many)
    .add({ data: Array.from({ length: 1100 }, (_, n) => ({ _id: `n${String(n).padStart(4, '0')}`, n })) })
})
afterAll(() => environment.close())

type Make = (_: Environment['db']) => object
const ids = async (condition: object) => {
  const { data } = await db.collection(name).where(condition).get()
  return data.map(({ _id }: { _id: string }) => _id).sort()
}

describe('where()', () => {
  it.each<[string, Make, string[]]>([
    ['equality', () => ({ city: 'GZ' }), ['ann', 'cat']],
    ['equality of types', () => ({ age: 30 }), ['ann']],
    ['an element of an array', () => ({ tags: 'b' }), ['ann', 'bob']],
    ['a whole array', () => ({ tags: ['a', 'b'] }), ['ann']],
    ['null, which missing fields match', () => ({ nick: null }), ['ann', 'bob', 'cat', 'dan']],
    ['nested documents as paths', () => ({ deep: { x: { y: 1 } } }), ['dan']],
    ['dotted paths', () => ({ 'deep.x.y': 1 }), ['dan']],
    ['paths through arrays', () => ({ 'pets.kind': 'dog' }), ['bob']],
    ['places in arrays', () => ({ 'pets.1.kind': 'cat' }), ['bob']],
    ['dates', () => ({ born: new Date('1990-01-01') }), ['ann']],
    ['regular expressions', () => ({ city: /^g/i }), ['ann', 'cat']],
    ['db.RegExp', () => ({ city: db.RegExp({ regexp: 'shan$', options: 'i' }) }), ['dan']],
    ['eq', (_) => ({ city: _.eq('SZ') }), ['bob']],
    ['neq, which missing fields match', (_) => ({ nick: _.neq('x') }), ['ann', 'bob', 'cat', 'dan']],
    ['gt of one type only', (_) => ({ age: _.gt(20) }), ['ann', 'cat']],
    ['gte', (_) => ({ age: _.gte(30) }), ['ann', 'cat']],
    ['lt', (_) => ({ age: _.lt(30) }), ['bob']],
    ['lte of dates', (_) => ({ born: _.lte(new Date('1990-01-01')) }), ['ann', 'cat']],
    ['in', (_) => ({ city: _.in(['SZ', 'Foshan']) }), ['bob', 'dan']],
    ['nin', (_) => ({ city: _.nin(['SZ', 'Foshan']) }), ['ann', 'cat']],
    ['in with null', (_) => ({ born: _.in([null]) }), ['dan']],
    ['exists', (_) => ({ nick: _.exists(true) }), ['cat']],
    ['exists not', (_) => ({ nick: _.exists(false) }), ['ann', 'bob', 'dan']],
    ['mod', (_) => ({ age: _.mod(20, 0) }), ['bob', 'cat']],
    ['all', (_) => ({ tags: _.all(['b', 'a']) }), ['ann']],
    ['size', (_) => ({ tags: _.size(0) }), ['cat']],
    ['elemMatch of documents', (_) => ({ pets: _.elemMatch({ kind: 'cat', age: _.gt(5) }) }), ['bob']],
    ['elemMatch of values', (_) => ({ tags: _.elemMatch(_.eq('a')) }), ['ann']],
    ['and of one field', (_) => ({ age: _.gt(20).and(_.lt(40)) }), ['ann']],
    ['and of conditions', (_) => _.and([{ city: 'GZ' }, { age: _.lt(40) }]), ['ann']],
    ['or of one field', (_) => ({ age: _.lt(25).or(_.gt(35)) }), ['bob', 'cat']],
    ['or of conditions', (_) => _.or([{ city: 'SZ' }, { age: 40 }]), ['bob', 'cat']],
    ['nor', (_) => _.nor([{ city: 'GZ' }, { age: 20 }]), ['dan']],
    ['not', (_) => ({ age: _.not(_.gt(20)) }), ['bob', 'dan']],
    ['expr', (_) => _.expr(_.aggregate.eq(['$city', 'SZ'])), ['bob']],
    [
      'geoWithin a circle',
      (_) => ({ spot: _.geoWithin({ centerSphere: [[113.4, 23], 50 / 6378.1] }) }),
      ['ann', 'cat'],
    ],
    [
      'geoWithin a polygon',
      (_) => ({
        spot: _.geoWithin({
          geometry: db.Geo.Polygon([
            db.Geo.LineString([
              db.Geo.Point(113, 22.6),
              db.Geo.Point(113.6, 22.6),
              db.Geo.Point(113.6, 23),
              db.Geo.Point(113, 22.6),
            ]),
          ]),
        }),
      }),
      ['cat'],
    ],
    ['geoIntersects', (_) => ({ spot: _.geoIntersects({ geometry: db.Geo.Point(116.4, 39.9) }) }), ['dan']],
    [
      'geoNear within bounds',
      (_) => ({
        spot: _.geoNear({ geometry: db.Geo.Point(113.5, 22.8), maxDistance: 100_000, minDistance: 1 }),
      }),
      ['ann', 'bob'],
    ],
  ])('finds by %s', async (_title, make, expected) => expect(await ids(make(db.command))).toEqual(expected))

  it('refuses an unknown operator by name', async () => {
    const raw = db._db.collection(name).options({ raw: true })
    await expect(raw.where({ age: { $almost: 1 } }).get()).rejects.toThrow('$almost')
  })
})

describe('order, paging and fields', () => {
  const get = async (query: { get(): Promise<{ data: { _id: string }[] }> }) =>
    (await query.get()).data.map(({ _id }) => _id)

  it('sorts mixed types in the order of BSON', async () => {
    expect(await get(db.collection(name).orderBy('age', 'asc'))).toEqual(['bob', 'ann', 'cat', 'dan'])
    expect(await get(db.collection(name).orderBy('city', 'desc').orderBy('age', 'asc'))).toEqual([
      'bob',
      'ann',
      'cat',
      'dan',
    ])
  })

  it('sorts the nearest first', async () => {
    const near = { spot: db.command.geoNear({ geometry: db.Geo.Point(113.5, 22.8) }) }
    expect(await get(db.collection(name).where(near))).toEqual(['cat', 'ann', 'bob', 'dan'])
  })

  it('skips and limits', async () => {
    expect(await get(db.collection(name).orderBy('_id', 'asc').skip(1).limit(2))).toEqual(['bob', 'cat'])
  })

  it('gives 100 documents unless asked for more, and never more than 1000', async () => {
    expect((await db.collection(many).get()).data).toHaveLength(100)
    expect((await db.collection(many).limit(5000).get()).data).toHaveLength(1000)
    expect((await db.collection(many).skip(1000).limit(1000).get()).data).toHaveLength(100)
    expect((await db.collection(many).count()).total).toBe(1100)
  })

  it('selects and leaves out fields', async () => {
    const select = async (fields: object) => (await db.collection(name).doc('bob').field(fields).get()).data
    expect(await select({ age: true, _id: false })).toEqual({ age: 20 })
    expect(Object.keys(await select({ age: false, spot: false, pets: false, born: false })).sort()).toEqual([
      '_id',
      'city',
      'tags',
    ])
    expect(await select({ 'pets.kind': true, _id: false })).toEqual({
      pets: [{ kind: 'dog' }, { kind: 'cat' }],
    })
    expect(await select({ pets: db.command.project.slice(1), age: true, _id: false })).toMatchObject({
      pets: [{ kind: 'dog' }],
    })
    expect(await select({ pets: db.command.project.elemMatch({ kind: 'cat' }), _id: false })).toEqual({
      pets: [{ kind: 'cat', age: 9 }],
    })
  })
})
