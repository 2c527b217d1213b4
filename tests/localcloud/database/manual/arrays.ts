import { RegularExpression } from '@nansha/localcloud/database/ejson'
import { type Examples, type ExpressionExample, gives, refused } from './example'

const startsWithA = new RegularExpression('^a', '')

export const arrays: Examples<ExpressionExample> = {
  $arrayElemAt: [
    gives({ $arrayElemAt: [[1, 2, 3], 0] }, 1),
    gives({ $arrayElemAt: [[1, 2, 3], -2] }, 2),
    gives({ $arrayElemAt: [[1, 2, 3], 15] }, undefined),
    gives({ $arrayElemAt: [null, 0] }, null),
    refused({ $arrayElemAt: [1, 0] }, 'needs a list'),
    refused({ $arrayElemAt: [[1], 0.5] }, 'whole number'),
  ],
  $concatArrays: [
    gives({ $concatArrays: [['hello', ' '], ['world']] }, ['hello', ' ', 'world']),
    gives(
      {
        $concatArrays: [
          ['hello', ' '],
          [['world'], 'again'],
        ],
      },
      ['hello', ' ', ['world'], 'again'],
    ),
    gives({ $concatArrays: [[1], '$gone'] }, null),
    refused({ $concatArrays: [[1], 2] }, 'needs a list'),
  ],
  $filter: [
    gives(
      { $filter: { input: '$items', as: 'item', cond: { $gte: ['$$item.price', 100] } } },
      [{ item_id: 2, quantity: 1, price: 240 }],
      {
        items: [
          { item_id: 43, quantity: 2, price: 10 },
          { item_id: 2, quantity: 1, price: 240 },
        ],
      },
    ),
    gives({ $filter: { input: [1, 'a', 2, null, 3.1], cond: { $gt: ['$$this', 1] } } }, ['a', 2, 3.1]),
    gives({ $filter: { input: '$gone', cond: true } }, null),
    refused({ $filter: { input: [1], cond: true, limit: 1 } }, '$filter has no parameter limit'),
    refused({ $filter: { input: 1, cond: true } }, 'needs a list'),
  ],
  $in: [
    gives({ $in: [2, [1, 2, 3]] }, true),
    gives({ $in: ['xy', ['xyz', 'abc']] }, false),
    gives({ $in: [['a'], ['a']] }, false),
    gives({ $in: [['a'], [['a']]] }, true),
    gives({ $in: [startsWithA, ['a']] }, false),
    gives({ $in: [startsWithA, [startsWithA]] }, true),
    refused({ $in: [1, null] }, 'needs a list'),
  ],
  $indexOfArray: [
    gives({ $indexOfArray: [['a', 'abc'], 'a'] }, 0),
    gives({ $indexOfArray: [['a', 'abc', 'de', ['de']], ['de']] }, 3),
    gives({ $indexOfArray: [[1, 2], 5] }, -1),
    gives(
      {
        $indexOfArray: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      -1,
    ),
    gives({ $indexOfArray: [[10, 9, 9, 8, 9], 9, 3] }, 4),
    gives({ $indexOfArray: [['a', 'abc', 'b'], 'b', 0, 1] }, -1),
    gives({ $indexOfArray: [['a', 'abc', 'b'], 'b', 1, 0] }, -1),
    gives({ $indexOfArray: [['a', 'abc', 'b'], 'b', 20] }, -1),
    gives({ $indexOfArray: [null, 'foo'] }, null),
    refused({ $indexOfArray: ['foo', 'foo'] }, 'needs a list'),
    refused({ $indexOfArray: [[1], 1, -1] }, 'not negative'),
  ],
  $isArray: [
    gives({ $isArray: ['hello'] }, false),
    gives({ $isArray: [['hello', 'world']] }, true),
    gives({ $isArray: '$gone' }, false),
  ],
  $map: [
    gives({ $map: { input: '$quizzes', as: 'grade', in: { $add: ['$$grade', 2] } } }, [7, 8, 9], {
      quizzes: [5, 6, 7],
    }),
    gives({ $map: { input: [{ a: 1 }, {}], in: '$$this.a' } }, [1, null]),
    gives({ $map: { input: null, in: 1 } }, null),
    refused({ $map: { input: [1], as: 'Big', in: 1 } }, 'may not be called Big'),
    refused({ $map: { input: [1], as: 'one', in: '$$other' } }, 'undefined variable: other'),
  ],
  $range: [
    gives({ $range: [0, 10, 2] }, [0, 2, 4, 6, 8]),
    gives({ $range: [10, 0, -2] }, [10, 8, 6, 4, 2]),
    gives({ $range: [0, 10, -2] }, []),
    gives({ $range: [0, 5] }, [0, 1, 2, 3, 4]),
    refused({ $range: [0, 5, 0] }, 'step other than 0'),
    refused({ $range: [0, 1e9] }, 'longer than a million'),
    refused({ $range: [0, 1.5] }, 'whole number'),
  ],
  $reduce: [
    gives(
      { $reduce: { input: ['a', 'b', 'c'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
      'abc',
    ),
    gives(
      {
        $reduce: {
          input: [1, 2, 3, 4],
          initialValue: { sum: 5, product: 2 },
          in: {
            sum: { $add: ['$$value.sum', '$$this'] },
            product: { $multiply: ['$$value.product', '$$this'] },
          },
        },
      },
      { sum: 15, product: 48 },
    ),
    gives(
      {
        $reduce: {
          input: [
            [3, 4],
            [5, 6],
          ],
          initialValue: [1, 2],
          in: { $concatArrays: ['$$value', '$$this'] },
        },
      },
      [1, 2, 3, 4, 5, 6],
    ),
    gives({ $reduce: { input: null, initialValue: 1, in: '$$value' } }, null),
  ],
  $reverseArray: [
    gives({ $reverseArray: { $literal: [1, 2, 3] } }, [3, 2, 1]),
    gives({ $reverseArray: { $slice: [['foo', 'bar', 'baz', 'qux'], 1, 2] } }, ['baz', 'bar']),
    gives({ $reverseArray: null }, null),
    gives(
      {
        $reverseArray: {
          $literal: [
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
      },
      [
        [4, 5, 6],
        [1, 2, 3],
      ],
    ),
    refused({ $reverseArray: [1, 2] }, '1 operands, not 2'),
    refused({ $reverseArray: 1 }, 'needs a list'),
  ],
  $size: [
    gives({ $size: '$colors' }, 2, { colors: ['blue', 'black'] }),
    gives({ $size: [[]] }, 0),
    refused({ $size: '$gone' }, 'needs a list'),
    refused({ $size: null }, 'needs a list'),
  ],
  $slice: [
    gives({ $slice: [[1, 2, 3], 1, 1] }, [2]),
    gives({ $slice: [[1, 2, 3], -2] }, [2, 3]),
    gives({ $slice: [[1, 2, 3], 15, 2] }, []),
    gives({ $slice: [[1, 2, 3], -15, 2] }, [1, 2]),
    gives({ $slice: [null, 1] }, null),
    refused({ $slice: [[1], 0, 0] }, 'count above 0'),
  ],
  $zip: [
    gives(
      { $zip: { inputs: ['$matrix.a', '$matrix.b'] } },
      [
        [1, 3],
        [2, 4],
      ],
      { matrix: { a: [1, 2], b: [3, 4] } },
    ),
    gives({ $zip: { inputs: [[1], [2, 3]] } }, [[1, 2]]),
    gives({ $zip: { inputs: [[1], [2, 3]], useLongestLength: true } }, [
      [1, 2],
      [null, 3],
    ]),
    gives({ $zip: { inputs: [[1], [2, 3]], useLongestLength: true, defaults: ['a', 'b'] } }, [
      [1, 2],
      ['a', 3],
    ]),
    gives({ $zip: { inputs: [[1], null] } }, null),
    refused({ $zip: { inputs: [[1]], defaults: [0] } }, 'only with useLongestLength'),
    refused({ $zip: { inputs: [1] } }, 'needs a list'),
  ],
}
