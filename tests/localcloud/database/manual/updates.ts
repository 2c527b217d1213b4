import type { Examples, UpdateExample } from './example'

export const updates: Examples<UpdateExample> = {
  $set: [
    {
      before: { a: 1, b: { c: 1 } },
      update: { $set: { a: 2, 'b.d': 3 } },
      after: { a: 2, b: { c: 1, d: 3 } },
    },
    {
      before: { tags: ['coats', 'outerwear'] },
      update: { $set: { 'tags.1': 'rain gear' } },
      after: { tags: ['coats', 'rain gear'] },
    },
    {
      before: {},
      update: { $set: { b: 1, a: 2, 'd.y': 1, 'd.x': 2 } },
      after: { a: 2, b: 1, d: { x: 2, y: 1 } },
    },
    { before: { a: null }, update: { $set: { 'a.b': 1 } }, refused: 'Cannot create field' },
    { before: {}, update: { $set: { _id: 5 } }, refused: 'cannot change _id' },
  ],
  $unset: [
    {
      before: { quantity: 1, instock: 2, sku: 3 },
      update: { $unset: { quantity: '', instock: '' } },
      after: { sku: 3 },
    },
    { before: { a: [1, 2] }, update: { $unset: { 'a.0': '' } }, after: { a: [null, 2] } },
  ],
  $inc: [
    {
      before: { quantity: 10, metrics: { orders: 2 } },
      update: { $inc: { quantity: -2, 'metrics.orders': 1 } },
      after: { quantity: 8, metrics: { orders: 3 } },
    },
    { before: {}, update: { $inc: { n: 5 } }, after: { n: 5 } },
    { before: { n: 2 ** 53 - 1 }, update: { $inc: { n: 2 } }, after: { n: 2n ** 53n + 1n } },
    { before: { n: 2n ** 63n - 1n }, update: { $inc: { n: 1 } }, refused: 'more than 64 bits' },
    { before: { n: null }, update: { $inc: { n: 1 } }, refused: 'not a number' },
  ],
  $mul: [
    {
      before: { price: 10.99, quantity: 25 },
      update: { $mul: { price: 1.25, quantity: 2 } },
      after: { price: 10.99 * 1.25, quantity: 50 },
    },
    { before: {}, update: { $mul: { price: 100 } }, after: { price: 0 } },
  ],
  $min: [
    { before: { low: 200 }, update: { $min: { low: 150 } }, after: { low: 150 } },
    {
      before: { at: new Date('2013-10-02') },
      update: { $min: { at: new Date('2013-09-25') } },
      after: { at: new Date('2013-09-25') },
    },
    { before: { v: 'text' }, update: { $min: { v: 5 } }, after: { v: 5 } },
    { before: { v: '\u{2CC56}' }, update: { $min: { v: '\uFF21' } }, after: { v: '\uFF21' } },
  ],
  $max: [
    { before: { high: 800 }, update: { $max: { high: 950 } }, after: { high: 950 } },
    { before: { high: 800 }, update: { $max: { high: 870, other: 1 } }, after: { high: 870, other: 1 } },
  ],
  $rename: [
    {
      before: { nmae: { first: 'g' } },
      update: { $rename: { nmae: 'name' } },
      after: { name: { first: 'g' } },
    },
    {
      before: { name: { first: 'g', last: 'w' } },
      update: { $rename: { 'name.first': 'name.fname' } },
      after: { name: { last: 'w', fname: 'g' } },
    },
    { before: { a: 1 }, update: { $rename: { gone: 'b' } }, after: { a: 1 } },
    {
      before: { l: [{ a: 1 }] },
      update: { $rename: { 'l.0.a': 'l.0.b' } },
      refused: 'cannot reach into an array',
    },
    { before: { a: 1, l: [{}] }, update: { $rename: { a: 'l.0.b' } }, refused: 'cannot reach into an array' },
    { before: {}, update: { $rename: { a: 'a' } }, refused: 'conflict' },
  ],
  $bit: [
    { before: { expdata: 13 }, update: { $bit: { expdata: { and: 10 } } }, after: { expdata: 8 } },
    { before: { expdata: 3 }, update: { $bit: { expdata: { or: 5 } } }, after: { expdata: 7 } },
    { before: { expdata: 1 }, update: { $bit: { expdata: { xor: 5 } } }, after: { expdata: 4 } },
    { before: { a: 4294967297 }, update: { $bit: { a: { and: 4294967296 } } }, after: { a: 4294967296 } },
    { before: { a: -1 }, update: { $bit: { a: { and: 2 ** 40 } } }, after: { a: 2 ** 40 } },
    { before: { a: 1.5 }, update: { $bit: { a: { and: 1 } } }, refused: 'not a whole number' },
    { before: { a: 1 }, update: { $bit: { a: { nand: 1 } } }, refused: 'and, or and xor' },
  ],
  $currentDate: [
    { before: {}, update: { $currentDate: { at: true } }, after: { at: new Date('2026-11-23T10:00:00Z') } },
    { before: {}, update: { $currentDate: { at: { $type: 'timestamp' } } }, refused: 'true or a date' },
  ],
  $push: [
    { before: { scores: [44, 78] }, update: { $push: { scores: 89 } }, after: { scores: [44, 78, 89] } },
    {
      before: { name: 'joe' },
      update: { $push: { scores: { $each: [90, 92, 85] } } },
      after: { name: 'joe', scores: [90, 92, 85] },
    },
    {
      before: { scores: [100] },
      update: { $push: { scores: { $each: [50, 60, 70], $position: 0 } } },
      after: { scores: [50, 60, 70, 100] },
    },
    {
      before: { scores: [1, 2, 3] },
      update: { $push: { scores: { $each: [90, 80], $position: -2 } } },
      after: { scores: [1, 90, 80, 2, 3] },
    },
    {
      before: { scores: [89, 70, 89, 50] },
      update: { $push: { scores: { $each: [40, 60], $sort: 1 } } },
      after: { scores: [40, 50, 60, 70, 89, 89] },
    },
    {
      before: { scores: [89, 90] },
      update: { $push: { scores: { $each: [100, 20], $slice: 3 } } },
      after: { scores: [89, 90, 100] },
    },
    {
      before: { scores: [40, 50, 60] },
      update: { $push: { scores: { $each: [80, 78, 86], $slice: -5 } } },
      after: { scores: [50, 60, 80, 78, 86] },
    },
    {
      before: { scores: [40] },
      update: { $push: { scores: { $each: [1], $slice: 0 } } },
      after: { scores: [] },
    },
    {
      before: {
        quizzes: [
          { wk: 1, score: 10 },
          { wk: 2, score: 8 },
        ],
      },
      update: {
        $push: {
          quizzes: {
            $each: [
              { wk: 3, score: 8 },
              { wk: 4, score: 7 },
            ],
            $sort: { score: -1, wk: -1 },
            $slice: 3,
          },
        },
      },
      after: {
        quizzes: [
          { wk: 1, score: 10 },
          { wk: 3, score: 8 },
          { wk: 2, score: 8 },
        ],
      },
    },
    {
      before: {
        a: [
          { v: 1, d: 7 },
          { v: 2, d: 1 },
        ],
      },
      update: { $push: { a: { $each: [{ v: 2, d: 9 }], $sort: { v: -1, d: -1 } } } },
      after: {
        a: [
          { v: 2, d: 9 },
          { v: 2, d: 1 },
          { v: 1, d: 7 },
        ],
      },
    },
    { before: { a: 'text' }, update: { $push: { a: 1 } }, refused: 'not an array' },
    { before: { a: [] }, update: { $push: { a: { $each: [1], $first: 1 } } }, refused: 'Unknown modifier' },
    { before: { a: [] }, update: { $push: { a: { $each: [1], $sort: {} } } }, refused: '$sort needs' },
  ],
  $addToSet: [
    {
      before: { tags: ['electronics'] },
      update: { $addToSet: { tags: 'accessories' } },
      after: { tags: ['electronics', 'accessories'] },
    },
    { before: { tags: ['camera'] }, update: { $addToSet: { tags: 'camera' } }, after: { tags: ['camera'] } },
    {
      before: { letters: ['a', 'b'] },
      update: { $addToSet: { letters: ['c', 'd'] } },
      after: { letters: ['a', 'b', ['c', 'd']] },
    },
    {
      before: { tags: ['camera'] },
      update: { $addToSet: { tags: { $each: ['camera', 'lens', 'lens'] } } },
      after: { tags: ['camera', 'lens'] },
    },
    {
      before: { a: [{ x: 1, y: 2 }] },
      update: { $addToSet: { a: { y: 2, x: 1 } } },
      after: {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    },
  ],
  $pop: [
    { before: { scores: [8, 9, 10] }, update: { $pop: { scores: -1 } }, after: { scores: [9, 10] } },
    { before: { scores: [9, 10] }, update: { $pop: { scores: 1 } }, after: { scores: [9] } },
    { before: { a: [1] }, update: { $pop: { a: 2 } }, refused: '$pop needs 1 or -1' },
  ],
  $pull: [
    {
      before: { votes: [3, 5, 6, 7, 7, 8] },
      update: { $pull: { votes: { $gte: 6 } } },
      after: { votes: [3, 5] },
    },
    {
      before: { fruits: ['apples', 'pears', 'oranges'] },
      update: { $pull: { fruits: { $in: ['apples', 'oranges'] } } },
      after: { fruits: ['pears'] },
    },
    {
      before: {
        results: [
          { item: 'A', score: 5 },
          { item: 'B', score: 8 },
        ],
      },
      update: { $pull: { results: { score: 8, item: 'B' } } },
      after: { results: [{ item: 'A', score: 5 }] },
    },
    {
      before: {
        results: [
          {
            item: 'A',
            answers: [
              { q: 1, a: 4 },
              { q: 2, a: 6 },
            ],
          },
          {
            item: 'B',
            answers: [
              { q: 1, a: 8 },
              { q: 2, a: 9 },
            ],
          },
        ],
      },
      update: { $pull: { results: { answers: { $elemMatch: { q: 2, a: { $gte: 8 } } } } } },
      after: {
        results: [
          {
            item: 'A',
            answers: [
              { q: 1, a: 4 },
              { q: 2, a: 6 },
            ],
          },
        ],
      },
    },
    {
      before: {
        a: [
          [1, 2],
          [2, 1],
        ],
      },
      update: { $pull: { a: [1, 2] } },
      after: { a: [[2, 1]] },
    },
  ],
  $pullAll: [
    {
      before: { scores: [0, 2, 5, 5, 1, 0] },
      update: { $pullAll: { scores: [0, 5] } },
      after: { scores: [2, 1] },
    },
    { before: { a: [1] }, update: { $pullAll: { a: 1 } }, refused: '$pullAll needs a list' },
  ],
  positional: [
    {
      before: { grades: [85, 80, 80] },
      query: { grades: 80 },
      update: { $set: { 'grades.$': 82 } },
      after: { grades: [85, 82, 80] },
    },
    {
      before: {
        grades: [
          { grade: 80, std: 8 },
          { grade: 85, std: 8 },
        ],
      },
      query: { 'grades.grade': 85 },
      update: { $set: { 'grades.$.std': 6 } },
      after: {
        grades: [
          { grade: 80, std: 8 },
          { grade: 85, std: 6 },
        ],
      },
    },
    {
      before: { a: [1, 5] },
      query: { $and: [{ a: { $gt: 3 } }] },
      update: { $set: { 'a.$': 0 } },
      after: { a: [1, 0] },
    },
    { before: { grades: [85, 82] }, update: { $inc: { 'grades.$[]': 10 } }, after: { grades: [95, 92] } },
    { before: { a: [1] }, update: { $set: { 'a.$': 0 } }, refused: 'needs a in the query' },
    { before: { a: [1] }, update: { $set: { 'a.$[big]': 0 } }, refused: 'not understood' },
  ],
  refused: [
    { before: {}, update: { $sett: { a: 1 } }, refused: 'Unknown update operator $sett' },
    { before: {}, update: { $set: { a: 1 }, $inc: { a: 1 } }, refused: 'conflict' },
  ],
}
