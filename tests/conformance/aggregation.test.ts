import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Environment } from './connect'

let environment: Environment
let db: Environment['db']
let orders: string
let goods: string
beforeAll(async () => {
  environment = await connect()
  db = environment.db
  orders = await environment.collection()
  goods = await environment.collection()
  await db.collection(orders).add({
    data: [
      {
        _id: 1,
        item: 'tea',
        price: 10,
        count: 2,
        tags: ['hot', 'green'],
        at: new Date('2026-01-31T23:00:00Z'),
      },
      { _id: 2, item: 'tea', price: 12, count: 1, tags: ['hot'], at: new Date('2026-02-01T01:00:00Z') },
      { _id: 3, item: 'bun', price: 3, count: 5, tags: [], at: new Date('2026-02-02T00:00:00Z') },
    ],
  })
  await db.collection(goods).add({
    data: [
      { _id: 'tea', stock: 7 },
      { _id: 'bun', stock: 0 },
    ],
  })
})
afterAll(() => environment.close())

type Pipeline = (start: Environment['db'], $: Environment['db']) => { end(): Promise<{ list: unknown[] }> }

describe('aggregate()', () => {
  it.each<[string, Pipeline, unknown[]]>([
    [
      'match, sort, skip, limit',
      (start) =>
        start
          .match({ price: db.command.gt(2) })
          .sort({ price: -1 })
          .skip(1)
          .limit(1)
          .project({ price: 1 }),
      [{ _id: 1, price: 10 }],
    ],
    [
      'group',
      (start, $) =>
        start
          .group({
            _id: '$item',
            total: $.sum($.multiply(['$price', '$count'])),
            least: $.min('$price'),
            most: $.max('$price'),
            mean: $.avg('$price'),
          })
          .sort({ _id: 1 }),
      [
        { _id: 'bun', total: 15, least: 3, most: 3, mean: 3 },
        { _id: 'tea', total: 32, least: 10, most: 12, mean: 11 },
      ],
    ],
    [
      'group into lists',
      (start, $) =>
        start
          .sort({ _id: 1 })
          .group({ _id: null, first: $.first('$item'), last: $.last('$item'), all: $.push('$_id') }),
      [{ _id: null, first: 'tea', last: 'bun', all: [1, 2, 3] }],
    ],
    ['count', (start) => start.match({ item: 'tea' }).count('teas'), [{ teas: 2 }]],
    [
      'sortByCount',
      (start) => start.sortByCount('$item'),
      [
        { _id: 'tea', count: 2 },
        { _id: 'bun', count: 1 },
      ],
    ],
    [
      'unwind',
      (start) => start.unwind('$tags').project({ tags: 1 }).sort({ _id: 1 }),
      [
        { _id: 1, tags: 'hot' },
        { _id: 1, tags: 'green' },
        { _id: 2, tags: 'hot' },
      ],
    ],
    [
      'unwind keeping empty',
      (start) =>
        start
          .match({ _id: 3 })
          .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
          .project({ item: 1 }),
      [{ _id: 3, item: 'bun' }],
    ],
    [
      'addFields',
      (start, $) =>
        start
          .match({ _id: 1 })
          .addFields({ sum: $.add(['$price', '$count']) })
          .project({ sum: 1, _id: 0 }),
      [{ sum: 12 }],
    ],
    [
      'replaceRoot',
      (start) => start.match({ _id: 1 }).replaceRoot({ newRoot: { name: '$item' } }),
      [{ name: 'tea' }],
    ],
    [
      'bucket',
      (start) =>
        start.bucket({
          groupBy: '$price',
          boundaries: [0, 5, 11],
          default: 'dear',
          output: { ids: { $push: '$_id' } },
        }),
      [
        { _id: 0, ids: [3] },
        { _id: 5, ids: [1] },
        { _id: 'dear', ids: [2] },
      ],
    ],
    [
      'lookup',
      (start) =>
        start
          .match({ _id: 3 })
          .lookup({ from: goods, localField: 'item', foreignField: '_id', as: 'goods' })
          .project({ goods: 1 }),
      [{ _id: 3, goods: [{ _id: 'bun', stock: 0 }] }],
    ],
    [
      'lookup with a pipeline',
      (start, $) =>
        start
          .match({ _id: 1 })
          .lookup({
            from: goods,
            let: { item: '$item' },
            pipeline: $.pipeline()
              .match(db.command.expr($.eq(['$_id', '$$item'])))
              .project({ stock: 1, _id: 0 })
              .done(),
            as: 'goods',
          })
          .project({ goods: 1 }),
      [{ _id: 1, goods: [{ stock: 7 }] }],
    ],
  ])('%s', async (_title, pipeline, expected) => {
    const { list } = await pipeline(db.collection(orders).aggregate(), db.command.aggregate).end()
    expect(list).toEqual(expected)
  })

  it('sample takes each document at most once', async () => {
    const { list } = await db.collection(orders).aggregate().sample({ size: 10 }).end()
    expect(list.map(({ _id }: { _id: number }) => _id).sort()).toEqual([1, 2, 3])
  })

  it('refuses an unknown stage by name', async () => {
    const raw = db._db
      .collection(orders)
      .options({ raw: true })
      .aggregate([{ $out: 'elsewhere' }])
    await expect(raw.end()).rejects.toThrow('$out')
  })
})

describe('expressions', () => {
  it.each<[string, (_: Environment['db']) => unknown, unknown]>([
    ['abs', ($) => $.abs(-2), 2],
    ['divide', ($) => $.divide([7, 2]), 3.5],
    ['mod', ($) => $.mod([7, 4]), 3],
    ['pow', ($) => $.pow([2, 10]), 1024],
    ['floor', ($) => $.floor(1.9), 1],
    ['subtract', ($) => $.subtract([5, 3]), 2],
    ['arrayElemAt', ($) => $.arrayElemAt(['$tags', 0]), 'hot'],
    ['concatArrays', ($) => $.concatArrays(['$tags', ['x']]), ['hot', 'green', 'x']],
    ['filter', ($) => $.filter({ input: '$tags', as: 't', cond: $.eq(['$$t', 'hot']) }), ['hot']],
    ['in', ($) => $.in(['hot', '$tags']), true],
    ['indexOfArray', ($) => $.indexOfArray(['$tags', 'green']), 1],
    ['isArray', ($) => $.isArray('$tags'), true],
    ['map', ($) => $.map({ input: [1, 2], as: 'n', in: $.add(['$$n', 1]) }), [2, 3]],
    ['range', ($) => $.range([0, 6, 2]), [0, 2, 4]],
    ['reduce', ($) => $.reduce({ input: [1, 2, 3], initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
    ['reverseArray', ($) => $.reverseArray([[1, 2]]), [2, 1]],
    ['size', ($) => $.size('$tags'), 2],
    ['slice', ($) => $.slice([[1, 2, 3], 2]), [1, 2]],
    [
      'zip',
      ($) =>
        $.zip({
          inputs: [
            [1, 2],
            [3, 4],
          ],
        }),
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['cond', ($) => $.cond([$.gt(['$price', 5]), 'dear', 'cheap']), 'dear'],
    ['ifNull', ($) => $.ifNull(['$nothing', 'none']), 'none'],
    // biome-ignore lint/suspicious/noThenProperty: the operator's own word
    ['switch', ($) => $.switch({ branches: [{ case: $.eq(['$item', 'tea']), then: 1 }], default: 0 }), 1],
    ['cmp', ($) => $.cmp(['$price', 50]), -1],
    ['and, or, not', ($) => $.and([$.or([false, true]), $.not([false])]), true],
    ['year', ($) => $.year('$at'), 2026],
    ['dateToString', ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d' }), '2026-01-31'],
    ['dayOfWeek', ($) => $.dayOfWeek('$at'), 7],
    ['concat', ($) => $.concat(['$item', '!']), 'tea!'],
    ['split', ($) => $.split(['a-b', '-']), ['a', 'b']],
    ['substrCP', ($) => $.substrCP(['$item', 1, 2]), 'ea'],
    ['strLenCP', ($) => $.strLenCP('名字'), 2],
    ['strLenBytes', ($) => $.strLenBytes('名字'), 6],
    ['indexOfCP', ($) => $.indexOfCP(['a名字', '字']), 2],
    ['toUpper', ($) => $.toUpper('$item'), 'TEA'],
    ['literal', ($) => $.literal('$item'), '$item'],
    ['mergeObjects', ($) => $.mergeObjects([{ a: 1 }, { b: 2 }]), { a: 1, b: 2 }],
    ['objectToArray', ($) => $.objectToArray({ a: 1 }), [{ k: 'a', v: 1 }]],
    ['setUnion', ($) => $.setUnion([[1], [2]]), [1, 2]],
    ['setIsSubset', ($) => $.setIsSubset([[1], [1, 2]]), true],
    ['let', ($) => $.let({ vars: { x: 2 }, in: $.multiply(['$$x', 3]) }), 6],
  ])('%s', async (_title, make, expected) => {
    const { list } = await db
      .collection(orders)
      .aggregate()
      .match({ _id: 1 })
      .project({ _id: 0, value: make(db.command.aggregate) })
      .end()
    expect(list).toEqual([{ value: expected }])
  })
})
