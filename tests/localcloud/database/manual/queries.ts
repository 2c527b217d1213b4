import { type Document, RegularExpression } from '@nansha/localcloud/database/ejson'
import type { Examples, QueryExample } from './example'

const inventory: Document[] = [
  { _id: 1, item: 'ab', qty: 15, tags: ['A', 'B', 'C'] },
  { _id: 2, item: 'cd', qty: 20, tags: ['B'] },
  { _id: 3, item: 'ij', qty: 25, tags: ['A', 'B'] },
  { _id: 4, item: 'xy', qty: 30, tags: ['B', 'A'] },
  { _id: 5, item: 'mn', qty: 20, tags: [['A', 'B'], 'C'] },
]
const nulls: Document[] = [
  { _id: 1, a: null },
  { _id: 2 },
  { _id: 3, a: 0 },
  { _id: 4, a: [] },
  { _id: 5, a: [null] },
]
const nested: Document[] = [
  { _id: 1, a: [{ b: 1 }, {}] },
  { _id: 2, a: [{}] },
  { _id: 3, a: [{ b: 1 }] },
  { _id: 4, a: 5 },
  { _id: 5, a: [5] },
  { _id: 6, a: [] },
]
const values = (...all: unknown[]): Document[] => all.map((v, _id) => ({ _id, v }))
const pattern = (source: string, options = '') => new RegularExpression(source, options)

export const queries: Examples<QueryExample> = {
  equality: [
    { documents: inventory, query: { qty: 20 }, finds: [2, 5] },
    { documents: inventory, query: { tags: 'B' }, finds: [1, 2, 3, 4] },
    { documents: inventory, query: { tags: ['A', 'B'] }, finds: [3, 5] },
    { documents: inventory, query: { 'tags.1': 'A' }, finds: [4] },
    { documents: nulls, query: { a: null }, finds: [1, 2, 5] },
    { documents: nested, query: { 'a.b': null }, finds: [1, 2, 4] },
    { documents: values({ a: 1, b: 2 }), query: { v: { b: 2, a: 1 } }, finds: [] },
    { documents: values({ a: 1, b: 2 }), query: { v: { a: 1, b: 2 } }, finds: [0] },
    { documents: values(1, true, '1'), query: { v: 1 }, finds: [0] },
    { documents: values('张', 'x张'), query: { v: pattern('^\\p{Han}$') }, finds: [0] },
    { documents: values('abc', pattern('b')), query: { v: pattern('b') }, finds: [0, 1] },
  ],
  $eq: [
    { documents: inventory, query: { qty: { $eq: 20 } }, finds: [2, 5] },
    { documents: inventory, query: { tags: { $eq: ['A', 'B'] } }, finds: [3, 5] },
    { documents: values('abc', pattern('b')), query: { v: { $eq: pattern('b') } }, finds: [1] },
  ],
  $ne: [
    { documents: inventory, query: { qty: { $ne: 20 } }, finds: [1, 3, 4] },
    { documents: nulls, query: { a: { $ne: null } }, finds: [3, 4] },
    { documents: nested, query: { 'a.b': { $ne: null } }, finds: [3, 5, 6] },
    { documents: [], query: { a: { $ne: pattern('a') } }, refused: '$ne takes no regular expression' },
  ],
  $gt: [
    { documents: inventory, query: { qty: { $gt: 20 } }, finds: [3, 4] },
    { documents: values(null, 0), query: { v: { $gt: null } }, finds: [] },
    { documents: values('b', 2), query: { v: { $gt: 'a' } }, finds: [0] },
    { documents: values(Number.NaN, 1), query: { v: { $gt: Number.NaN } }, finds: [] },
    { documents: values([1, 3], [0, 9]), query: { v: { $gt: [1, 2] } }, finds: [0] },
  ],
  $gte: [
    { documents: inventory, query: { qty: { $gte: 25 } }, finds: [3, 4] },
    { documents: nulls, query: { a: { $gte: null } }, finds: [1, 2, 5] },
    { documents: values(Number.NaN, 1), query: { v: { $gte: Number.NaN } }, finds: [0] },
    { documents: values(2n ** 60n, 2n ** 60n - 1n), query: { v: { $gte: 2 ** 60 } }, finds: [0] },
  ],
  $lt: [
    { documents: inventory, query: { qty: { $lt: 20 } }, finds: [1] },
    { documents: values([5, 10]), query: { v: { $gt: 6, $lt: 9 } }, finds: [0] },
  ],
  $lte: [{ documents: nulls, query: { a: { $lte: null } }, finds: [1, 2, 5] }],
  $in: [
    { documents: inventory, query: { qty: { $in: [15, 25] } }, finds: [1, 3] },
    { documents: values('stuff', 'other'), query: { v: { $in: [pattern('^st'), 'x'] } }, finds: [0] },
    { documents: nulls, query: { a: { $in: [null] } }, finds: [1, 2, 5] },
    { documents: inventory, query: { tags: { $in: [['A', 'B']] } }, finds: [3, 5] },
    { documents: [], query: { a: { $in: [{ $gt: 1 }] } }, refused: '$in takes no operators' },
    { documents: [], query: { a: { $in: 1 } }, refused: '$in needs a list' },
  ],
  $nin: [
    { documents: inventory, query: { qty: { $nin: [15, 20] } }, finds: [3, 4] },
    { documents: nulls, query: { a: { $nin: [null] } }, finds: [3, 4] },
  ],
  $exists: [
    { documents: nulls, query: { a: { $exists: true } }, finds: [1, 3, 4, 5] },
    { documents: nulls, query: { a: { $exists: false } }, finds: [2] },
    { documents: nested, query: { 'a.b': { $exists: true } }, finds: [1, 3] },
  ],
  $type: [
    { documents: values('x', 1, 1.5, 2 ** 40), query: { v: { $type: 'number' } }, finds: [1, 2, 3] },
    { documents: values('x', 1, 1.5, 2 ** 40), query: { v: { $type: ['int', 'string'] } }, finds: [0, 1] },
    { documents: values([1, 'a'], [], {}), query: { v: { $type: 'array' } }, finds: [0, 1] },
    { documents: values([1, 'a'], 'b'), query: { v: { $type: 2 } }, finds: [0, 1] },
    { documents: [], query: { a: { $type: 'decimal' } }, refused: 'no type decimal' },
  ],
  $mod: [
    { documents: values(0, 5, 12), query: { v: { $mod: [4, 0] } }, finds: [0, 2] },
    { documents: values(4, 5, 8.5, '8'), query: { v: { $mod: [4, 0] } }, finds: [0, 2] },
    {
      documents: values(-5, Number.NaN, Number.POSITIVE_INFINITY),
      query: { v: { $mod: [4, -1] } },
      finds: [0],
    },
    { documents: [], query: { a: { $mod: [4] } }, refused: '$mod needs' },
    { documents: [], query: { a: { $mod: [4, 0, 0] } }, refused: '$mod needs' },
    { documents: [], query: { a: { $mod: [0, 0] } }, refused: '$mod needs' },
  ],
  $regex: [
    { documents: values('abc789', 'ABC789'), query: { v: { $regex: '789$' } }, finds: [0, 1] },
    { documents: values('abc123', 'ABC123'), query: { v: { $regex: '^ABC', $options: 'i' } }, finds: [0, 1] },
    {
      documents: values('Single line.', 'First line\nSecond line', 'Many spaces'),
      query: { v: pattern('^S', 'm') },
      finds: [0, 1],
    },
    { documents: values('a\nb', 'a\u2028b', 'ab'), query: { v: pattern('a.b') }, finds: [1] },
    { documents: values('a\nb'), query: { v: pattern('a.b', 's') }, finds: [0] },
    { documents: values('end\n', 'end', 'end\n\n'), query: { v: pattern('end$') }, finds: [0, 1] },
    { documents: values('a\u00a0b', 'a b'), query: { v: pattern('a\\sb') }, finds: [1] },
    { documents: values('a-b', 'a_b'), query: { v: pattern('a\\-b') }, finds: [0] },
    { documents: values('x]', 'a'), query: { v: pattern('[^]a]') }, finds: [0] },
    { documents: [], query: { a: pattern('(') }, refused: 'does not compile' },
    { documents: [], query: { a: pattern('a', 'x') }, refused: 'other than i, m, s' },
    { documents: [], query: { a: pattern('[[:alpha:]]') }, refused: 'inside brackets' },
    { documents: [], query: { a: pattern('(?>a)') }, refused: 'does not compile' },
  ],
  $options: [{ documents: [], query: { a: { $options: 'i' } }, refused: '$options needs a $regex' }],
  $all: [
    { documents: inventory, query: { tags: { $all: ['B', 'A'] } }, finds: [1, 3, 4] },
    { documents: inventory, query: { tags: { $all: [['A', 'B']] } }, finds: [3, 5] },
    { documents: values(5, [5], [6]), query: { v: { $all: [5] } }, finds: [0, 1] },
    { documents: values([]), query: { v: { $all: [] } }, finds: [] },
    {
      documents: values(
        [
          { size: 'M', num: 100 },
          { size: 'S', num: 10 },
        ],
        [{ size: 'M', num: 10 }],
      ),
      query: {
        v: { $all: [{ $elemMatch: { size: 'M', num: { $gt: 50 } } }, { $elemMatch: { size: 'S' } }] },
      },
      finds: [0],
    },
    { documents: [], query: { a: { $all: 1 } }, refused: '$all needs a list' },
    { documents: [], query: { a: { $all: [{ $gt: 1 }] } }, refused: '$all takes values' },
  ],
  $elemMatch: [
    {
      documents: values([82, 85, 88], [75, 88, 89]),
      query: { v: { $elemMatch: { $gte: 80, $lt: 85 } } },
      finds: [0],
    },
    {
      documents: values(
        [
          { product: 'abc', score: 10 },
          { product: 'xyz', score: 5 },
        ],
        [{ product: 'xyz', score: 8 }],
      ),
      query: { v: { $elemMatch: { product: 'xyz', score: { $gte: 8 } } } },
      finds: [1],
    },
    { documents: values({ a: 1 }, [{ a: 1 }]), query: { v: { $elemMatch: { a: 1 } } }, finds: [1] },
    { documents: values([[5]], [5]), query: { v: { $elemMatch: { $elemMatch: { $gt: 4 } } } }, finds: [0] },
    {
      documents: values([{ a: 1 }, { b: 1 }]),
      query: { v: { $elemMatch: { $or: [{ a: 2 }, { b: 1 }] } } },
      finds: [0],
    },
  ],
  $size: [
    { documents: inventory, query: { tags: { $size: 2 } }, finds: [3, 4, 5] },
    { documents: values([], 5, [[1, 2]]), query: { v: { $size: 0 } }, finds: [0] },
    { documents: [], query: { a: { $size: -1 } }, refused: '$size needs a count' },
  ],
  $not: [
    {
      documents: [{ _id: 1, price: 2 }, { _id: 2, price: 1 }, { _id: 3 }],
      query: { price: { $not: { $gt: 1.99 } } },
      finds: [2, 3],
    },
    { documents: values('pen', 'ink'), query: { v: { $not: pattern('^p') } }, finds: [1] },
    { documents: [], query: { a: { $not: 5 } }, refused: '$not needs a condition' },
    { documents: [], query: { a: { $not: {} } }, refused: '$not needs a condition' },
  ],
  $and: [
    { documents: inventory, query: { $and: [{ qty: { $gt: 15 } }, { qty: { $lt: 25 } }] }, finds: [2, 5] },
    { documents: [], query: { $and: [] }, refused: '$and needs a list' },
  ],
  $or: [{ documents: inventory, query: { $or: [{ qty: { $lt: 20 } }, { item: 'xy' }] }, finds: [1, 4] }],
  $nor: [{ documents: inventory, query: { $nor: [{ qty: 20 }, { item: 'ab' }] }, finds: [3, 4] }],
  $expr: [
    {
      documents: [
        { _id: 1, budget: 400, spent: 450 },
        { _id: 2, budget: 100, spent: 150 },
        { _id: 3, budget: 100, spent: 50 },
      ],
      query: { $expr: { $gt: ['$spent', '$budget'] } },
      finds: [1, 2],
    },
    { documents: [{ _id: 1, a: [5], b: 5 }], query: { $expr: { $eq: ['$a', '$b'] } }, finds: [] },
    { documents: [], query: { $expr: { $nothing: 1 } }, refused: '$nothing' },
  ],
  $nearSphere: [
    {
      documents: values(
        { type: 'Point', coordinates: [113.3, 23.1] },
        { type: 'Point', coordinates: [116.4, 39.9] },
      ),
      query: {
        v: {
          $nearSphere: {
            $geometry: { type: 'Point', coordinates: [113.3, 23.2] },
            $maxDistance: 20000,
            $minDistance: 1000,
          },
        },
      },
      finds: [0],
    },
    { documents: [], query: { a: { $nearSphere: { $geometry: 5 } } }, refused: '$nearSphere needs' },
  ],
  $geoWithin: [
    {
      documents: values(
        { type: 'Point', coordinates: [113.3, 23.1] },
        { type: 'Point', coordinates: [116.4, 39.9] },
      ),
      query: { v: { $geoWithin: { $centerSphere: [[113.4, 23], 50 / 6378.1] } } },
      finds: [0],
    },
    {
      // The edge from 0° to 60° along the 60th parallel is a great circle, which bulges to 63.4° in its middle.
      documents: values({ type: 'Point', coordinates: [30, 62] }, { type: 'Point', coordinates: [30, 64] }),
      query: {
        v: {
          $geoWithin: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 50],
                  [60, 50],
                  [60, 60],
                  [0, 60],
                  [0, 50],
                ],
              ],
            },
          },
        },
      },
      finds: [0],
    },
    {
      documents: [],
      query: { a: { $geoWithin: { $geometry: { type: 'Point', coordinates: [0, 0] } } } },
      refused: 'an area',
    },
    {
      documents: [],
      query: {
        a: {
          $geoWithin: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [120, 0],
                  [240, 0],
                  [0, 0],
                ],
              ],
            },
          },
        },
      },
      refused: 'larger than half of the Earth',
    },
  ],
  $geoIntersects: [
    {
      documents: values(
        {
          type: 'LineString',
          coordinates: [
            [-1, 1],
            [3, 1],
          ],
        },
        {
          type: 'LineString',
          coordinates: [
            [5, 5],
            [6, 6],
          ],
        },
        { type: 'Point', coordinates: [1, 1] },
        'no shape',
      ),
      query: {
        v: {
          $geoIntersects: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [2, 0],
                  [2, 2],
                  [0, 2],
                  [0, 0],
                ],
              ],
            },
          },
        },
      },
      finds: [0, 2],
    },
  ],
  refused: [
    { documents: [], query: { $where: 'true' }, refused: 'no JavaScript' },
    { documents: [], query: { $text: { $search: 'a' } }, refused: 'no text index' },
    { documents: [], query: { $jsonSchema: {} }, refused: 'no schemas' },
    { documents: [], query: { a: { $almost: 1 } }, refused: 'Unknown query operator $almost' },
    { documents: [], query: { a: { $gt: 1, b: 2 } }, refused: 'mixes operators and fields' },
  ],
}
