import { type Examples, type ExpressionExample, gives, refused } from './example'

const epoch = new Date(0)
const score = (scores: number[]) => ({ scores })
/** `then` is the operator's own word, which no object literal here may have. */
const when = (condition: unknown, value: unknown, name = 'case') => ({
  [name]: condition,
  ['then' as string]: value,
})
const grade = {
  $switch: {
    branches: [
      when({ $gte: [{ $avg: '$scores' }, 90] }, 'great'),
      when({ $gte: [{ $avg: '$scores' }, 80] }, 'well'),
    ],
    default: 'no scores',
  },
}

export const logic: Examples<ExpressionExample> = {
  $and: [
    gives({ $and: [1, 'green'] }, true),
    gives({ $and: [] }, true),
    gives({ $and: [[null], [false], [0]] }, true),
    gives({ $and: [null, true] }, false),
    gives({ $and: [0, true] }, false),
  ],
  $or: [
    gives({ $or: [true, false] }, true),
    gives({ $or: [[false], false] }, true),
    gives({ $or: [null, 0, '$gone'] }, false),
    gives({ $or: [] }, false),
  ],
  $not: [
    gives({ $not: [true] }, false),
    gives({ $not: [[false]] }, false),
    gives({ $not: [false] }, true),
    gives({ $not: [null] }, true),
    gives({ $not: [0] }, true),
    gives({ $not: [''] }, false),
  ],
  $cmp: [
    gives({ $cmp: ['$qty', 250] }, 1, { qty: 300 }),
    gives({ $cmp: [200, 250] }, -1),
    gives({ $cmp: [250, 250] }, 0),
  ],
  $eq: [
    gives({ $eq: ['$qty', 250] }, true, { qty: 250 }),
    gives({ $eq: [[5], 5] }, false),
    gives({ $eq: ['$gone', null] }, false),
    gives(
      {
        $eq: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      },
      false,
    ),
    gives({ $eq: [1, true] }, false),
    gives({ $eq: [2n ** 60n, 2 ** 60] }, true),
  ],
  $ne: [gives({ $ne: [1, 2] }, true), gives({ $ne: ['$gone', null] }, true)],
  $gt: [
    gives({ $gt: [5, null] }, true),
    gives({ $gt: ['a', 5] }, true),
    gives({ $gt: [[], { a: 1 }] }, true),
    gives({ $gt: ['\u{2CC56}', '\uFF21'] }, true),
  ],
  $gte: [gives({ $gte: [250, 250] }, true), gives({ $gte: [null, 1] }, false)],
  $lt: [
    gives({ $lt: ['$gone', epoch] }, true),
    gives({ $lt: [Number.NaN, 0] }, true),
    gives(
      {
        $lt: [
          [1, 2],
          [1, 3],
        ],
      },
      true,
    ),
  ],
  $lte: [gives({ $lte: [250, 250] }, true), gives({ $lte: [epoch, 'text'] }, false)],
  $cond: [
    gives({ $cond: { ...when({ $gte: ['$qty', 250] }, 30, 'if'), else: 20 } }, 30, { qty: 300 }),
    gives({ $cond: [{ $gte: ['$qty', 250] }, 30, 20] }, 20, { qty: 200 }),
    refused({ $cond: when(1, 2, 'if') }, '$cond needs else'),
    refused({ $cond: [1, 2] }, '3 operands'),
  ],
  $ifNull: [
    gives({ $ifNull: ['$description', 'Unspecified'] }, 'Unspecified', { description: null }),
    gives({ $ifNull: ['$gone', 'Unspecified'] }, 'Unspecified'),
    gives({ $ifNull: ['', 'Unspecified'] }, ''),
  ],
  $switch: [
    gives(grade, 'great', score([100, 90])),
    gives(grade, 'well', score([80, 85])),
    gives(grade, 'no scores', score([])),
    refused({ $switch: { branches: [when(false, 1)] } }, 'no branch to take'),
    refused({ $switch: { branches: [] } }, 'list of branches'),
  ],
  $let: [
    gives(
      {
        $let: {
          vars: { total: { $add: ['$price', '$tax'] }, discounted: { $cond: ['$applyDiscount', 0.9, 1] } },
          in: { $multiply: ['$$total', '$$discounted'] },
        },
      },
      9.450000000000001,
      { price: 10, tax: 0.5, applyDiscount: true },
    ),
    gives({ $let: { vars: { a: '$gone' }, in: ['$$a'] } }, [null]),
    refused({ $let: { vars: { a: 1 }, in: '$$b' } }, 'undefined variable: b'),
  ],
  $literal: [
    gives({ $literal: { $add: [1, 2] } }, { $add: [1, 2] }),
    gives({ $literal: '$price' }, '$price'),
  ],
  $mergeObjects: [
    gives({ $mergeObjects: [{ a: 1 }, null] }, { a: 1 }),
    gives({ $mergeObjects: [null, null] }, {}),
    gives({ $mergeObjects: [{ a: 1 }, { a: 2, b: 2 }, { a: 3, c: 3 }] }, { a: 3, b: 2, c: 3 }),
    refused({ $mergeObjects: [{ a: 1 }, 5] }, 'documents alone'),
  ],
  $objectToArray: [
    gives({ $objectToArray: { item: 'foo', qty: 25 } }, [
      { k: 'item', v: 'foo' },
      { k: 'qty', v: 25 },
    ]),
    gives({ $objectToArray: '$gone' }, null),
    refused({ $objectToArray: 5 }, 'needs a document'),
  ],
  $arrayToObject: [
    gives(
      {
        $arrayToObject: {
          $literal: [
            { k: 'item', v: 'abc123' },
            { k: 'qty', v: 25 },
          ],
        },
      },
      { item: 'abc123', qty: 25 },
    ),
    gives(
      {
        $arrayToObject: {
          $literal: [
            ['item', 'abc123'],
            ['qty', 25],
          ],
        },
      },
      { item: 'abc123', qty: 25 },
    ),
    gives(
      {
        $arrayToObject: {
          $literal: [
            ['a', 1],
            ['a', 2],
          ],
        },
      },
      { a: 2 },
    ),
    gives({ $arrayToObject: null }, null),
    refused({ $arrayToObject: { $literal: [['a', 1], { k: 'b', v: 2 }] } }, 'pairs of a name and a value'),
    refused({ $arrayToObject: { $literal: [[1, 1]] } }, 'texts as names'),
  ],
}
