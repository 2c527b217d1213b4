import type { Document } from '@nansha/localcloud/database/ejson'
import type { Examples, StageExample } from './example'

const sales: Document[] = [
  { _id: 1, item: 'abc', price: 10, quantity: 2, date: new Date('2014-01-01T08:00:00Z') },
  { _id: 2, item: 'jkl', price: 20, quantity: 1, date: new Date('2014-02-03T09:00:00Z') },
  { _id: 3, item: 'xyz', price: 5, quantity: 5, date: new Date('2014-02-03T09:05:00Z') },
  { _id: 4, item: 'abc', price: 10, quantity: 10, date: new Date('2014-02-15T08:00:00Z') },
  { _id: 5, item: 'xyz', price: 5, quantity: 10, date: new Date('2014-02-15T09:05:00Z') },
]
const artwork: Document[] = [
  { _id: 1, title: 'The Pillars of Society', year: 1926, price: 199.99 },
  { _id: 2, title: 'Melancholy III', year: 1902, price: 280 },
  { _id: 3, title: 'Dancer', year: 1925, price: 76.04 },
  { _id: 4, title: 'The Great Wave off Kanagawa', price: 167.3 },
  { _id: 5, title: 'The Persistence of Memory', year: 1931, price: 483 },
  { _id: 6, title: 'Composition VII', year: 1913, price: 385 },
  { _id: 7, title: 'The Scream', year: 1893 },
  { _id: 8, title: 'Blue Flower', year: 1918, price: 118.42 },
]
const scores: Document[] = [
  { _id: 1, student: 'Maya', homework: [10, 5, 10], quiz: [10, 8], extraCredit: 0 },
  { _id: 2, student: 'Ryan', homework: [5, 6, 5], quiz: [8, 8], extraCredit: 8 },
]
const book = {
  _id: 1,
  title: 'abc123',
  isbn: '0001122223334',
  author: { last: 'zzz', first: 'aaa' },
  copies: 5,
  lastModified: '2016-07-28',
}

export const stages: Examples<StageExample> = {
  $addFields: [
    {
      title: 'computes fields beside the ones that are there, one stage after the other',
      documents: scores,
      pipeline: [
        { $addFields: { totalHomework: { $sum: '$homework' }, totalQuiz: { $sum: '$quiz' } } },
        { $addFields: { totalScore: { $add: ['$totalHomework', '$totalQuiz', '$extraCredit'] } } },
        { $project: { totalScore: 1 } },
      ],
      gives: [
        { _id: 1, totalScore: 43 },
        { _id: 2, totalScore: 40 },
      ],
    },
    {
      title: 'adds to nested documents, and to each document of an array',
      documents: [{ _id: 1, specs: { doors: 4 }, wheels: [{ at: 'front' }, { at: 'back' }] }],
      pipeline: [{ $addFields: { 'specs.fuel': 'gas', wheels: { count: 2 } } }],
      gives: [
        {
          _id: 1,
          specs: { doors: 4, fuel: 'gas' },
          wheels: [
            { at: 'front', count: 2 },
            { at: 'back', count: 2 },
          ],
        },
      ],
    },
    {
      title: 'overwrites in place, and removes by $$REMOVE',
      documents: [{ _id: 1, cats: 10, dogs: 5 }],
      pipeline: [{ $addFields: { cats: 20, dogs: '$$REMOVE' } }],
      gives: [{ _id: 1, cats: 20 }],
    },
    { title: 'needs a field', documents: [], pipeline: [{ $addFields: {} }], refused: '$addFields' },
  ],
  $bucket: [
    {
      title: 'groups by boundaries, with a default',
      documents: artwork,
      pipeline: [
        {
          $bucket: {
            groupBy: '$price',
            boundaries: [0, 200, 400],
            default: 'Other',
            output: { count: { $sum: 1 }, titles: { $push: '$title' } },
          },
        },
      ],
      gives: [
        {
          _id: 0,
          count: 4,
          titles: ['The Pillars of Society', 'Dancer', 'The Great Wave off Kanagawa', 'Blue Flower'],
        },
        { _id: 200, count: 2, titles: ['Melancholy III', 'Composition VII'] },
        { _id: 'Other', count: 2, titles: ['The Persistence of Memory', 'The Scream'] },
      ],
    },
    {
      title: 'counts when nothing else is asked for',
      documents: artwork.slice(0, 3),
      pipeline: [{ $bucket: { groupBy: '$year', boundaries: [1900, 1920, 1930] } }],
      gives: [
        { _id: 1900, count: 1 },
        { _id: 1920, count: 2 },
      ],
    },
    {
      title: 'fails for what is in no bucket',
      documents: artwork,
      pipeline: [{ $bucket: { groupBy: '$price', boundaries: [0, 200] } }],
      refused: 'no default',
    },
    {
      title: 'takes ascending boundaries of one type alone',
      documents: [],
      pipeline: [{ $bucket: { groupBy: '$price', boundaries: [0, 'x'] } }],
      refused: 'ascending order',
    },
    {
      title: 'takes no default inside of its boundaries',
      documents: [],
      pipeline: [{ $bucket: { groupBy: '$price', boundaries: [0, 200], default: 100 } }],
      refused: 'outside of its boundaries',
    },
  ],
  $bucketAuto: [
    {
      title: 'makes buckets of about one size',
      documents: artwork,
      pipeline: [{ $bucketAuto: { groupBy: '$price', buckets: 4 } }],
      gives: [
        { _id: { min: null, max: 118.42 }, count: 2 },
        { _id: { min: 118.42, max: 199.99 }, count: 2 },
        { _id: { min: 199.99, max: 385 }, count: 2 },
        { _id: { min: 385, max: 483 }, count: 2 },
      ],
    },
    {
      title: 'keeps equal values together',
      documents: [1, 1, 1, 1, 2].map((n, _id) => ({ _id, n })),
      pipeline: [{ $bucketAuto: { groupBy: '$n', buckets: 3 } }],
      gives: [
        { _id: { min: 1, max: 2 }, count: 4 },
        { _id: { min: 2, max: 2 }, count: 1 },
      ],
    },
    {
      title: 'has no series of preferred numbers',
      documents: [],
      pipeline: [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } }],
      refused: 'granularity',
    },
  ],
  $count: [
    {
      title: 'counts what comes in',
      documents: [88, 92, 97, 71, 79, 83].map((score, _id) => ({ _id, score })),
      pipeline: [{ $match: { score: { $gt: 80 } } }, { $count: 'passing_scores' }],
      gives: [{ passing_scores: 4 }],
    },
    { title: 'answers nothing when nothing comes in', documents: [], pipeline: [{ $count: 'n' }], gives: [] },
    { title: 'needs a name', documents: [], pipeline: [{ $count: '$n' }], refused: '$count' },
  ],
  $geoNear: [
    {
      title: 'answers points nearest first, with their distance',
      documents: [
        { _id: 'far', at: { type: 'Point', coordinates: [114.1, 22.5] } },
        { _id: 'near', at: { type: 'Point', coordinates: [113.3, 23.1] } },
        { _id: 'nowhere' },
      ],
      pipeline: [
        {
          $geoNear: {
            near: { type: 'Point', coordinates: [113.3, 23.1] },
            distanceField: 'metres',
            key: 'at',
            maxDistance: 1000,
          },
        },
        { $project: { metres: 1 } },
      ],
      gives: [{ _id: 'near', metres: 0 }],
    },
    {
      title: 'must come first',
      documents: [],
      pipeline: [{ $skip: 0 }, { $geoNear: {} }],
      refused: 'first stage',
    },
  ],
  $group: [
    {
      title: 'groups by a field',
      documents: sales,
      pipeline: [{ $group: { _id: '$item', total: { $sum: { $multiply: ['$price', '$quantity'] } } } }],
      gives: [
        { _id: 'abc', total: 120 },
        { _id: 'jkl', total: 20 },
        { _id: 'xyz', total: 75 },
      ],
    },
    {
      title: 'groups by day of the year and year',
      documents: sales,
      pipeline: [
        { $group: { _id: { day: { $dayOfYear: '$date' }, year: { $year: '$date' } }, count: { $sum: 1 } } },
      ],
      gives: [
        { _id: { day: 1, year: 2014 }, count: 1 },
        { _id: { day: 34, year: 2014 }, count: 2 },
        { _id: { day: 46, year: 2014 }, count: 2 },
      ],
    },
    {
      title: 'takes what is missing and null for one, but 1 and true for two',
      documents: [{ _id: 1 }, { _id: 2, v: null }, { _id: 3, v: 1 }, { _id: 4, v: true }],
      pipeline: [{ $group: { _id: '$v', ids: { $push: '$_id' } } }],
      gives: [
        { _id: null, ids: [1, 2] },
        { _id: 1, ids: [3] },
        { _id: true, ids: [4] },
      ],
    },
    {
      title: 'takes one operand for an accumulator',
      documents: [],
      pipeline: [{ $group: { _id: null, n: { $sum: ['$a', '$b'] } } }],
      refused: '$sum takes one operand',
    },
    {
      title: 'names an accumulator that it does not have',
      documents: [],
      pipeline: [{ $group: { _id: null, n: { $top: 1 } } }],
      refused: '$top',
    },
  ],
  $limit: [
    {
      title: 'takes the first',
      documents: sales,
      pipeline: [{ $limit: 1 }, { $project: { item: 1 } }],
      gives: [{ _id: 1, item: 'abc' }],
    },
    { title: 'needs a count above 0', documents: [], pipeline: [{ $limit: 0 }], refused: '$limit' },
  ],
  $match: [
    {
      title: 'selects as a query does',
      documents: sales,
      pipeline: [{ $match: { price: 20 } }, { $project: { item: 1 } }],
      gives: [{ _id: 2, item: 'jkl' }],
    },
  ],
  $project: [
    {
      title: 'includes',
      documents: [book],
      pipeline: [{ $project: { title: 1, author: 1 } }],
      gives: [{ _id: 1, title: 'abc123', author: { last: 'zzz', first: 'aaa' } }],
    },
    {
      title: 'leaves _id out',
      documents: [book],
      pipeline: [{ $project: { _id: 0, title: 1 } }],
      gives: [{ title: 'abc123' }],
    },
    {
      title: 'excludes, also inside documents',
      documents: [book],
      pipeline: [{ $project: { 'author.first': 0, lastModified: 0, copies: 0, isbn: 0 } }],
      gives: [{ _id: 1, title: 'abc123', author: { last: 'zzz' } }],
    },
    {
      title: 'removes by $$REMOVE',
      documents: [
        { _id: 1, author: { middle: '' } },
        { _id: 2, author: { middle: 'x' } },
      ],
      pipeline: [
        {
          $project: {
            middle: {
              $cond: [{ $eq: ['', '$author.middle'] }, '$$REMOVE', '$author.middle'],
            },
          },
        },
      ],
      gives: [{ _id: 1 }, { _id: 2, middle: 'x' }],
    },
    {
      title: 'includes inside the documents of arrays',
      documents: [{ _id: 1, stop: [{ title: 'book1', by: 'x' }, 5] }],
      pipeline: [{ $project: { 'stop.title': 1 } }],
      gives: [{ _id: 1, stop: [{ title: 'book1' }] }],
    },
    {
      title: 'computes',
      documents: [book],
      pipeline: [
        {
          $project: {
            _id: 0,
            isbn: { prefix: { $substr: ['$isbn', 0, 3] }, group: { $substr: ['$isbn', 3, 2] } },
            lastName: '$author.last',
            copiesSold: '$copies',
          },
        },
      ],
      gives: [{ isbn: { prefix: '000', group: '11' }, lastName: 'zzz', copiesSold: 5 }],
    },
    {
      title: 'makes an array in which what is missing is null',
      documents: [{ _id: 1, x: 1, y: 1 }],
      pipeline: [{ $project: { myArray: ['$x', '$y', '$someField'] } }],
      gives: [{ _id: 1, myArray: [1, 1, null] }],
    },
    {
      title: 'includes or excludes, not both',
      documents: [],
      pipeline: [{ $project: { a: 1, b: 0 } }],
      refused: 'not both',
    },
    {
      title: 'takes no path twice',
      documents: [],
      pipeline: [{ $project: { a: 1, 'a.b': 1 } }],
      refused: 'collides',
    },
    { title: 'needs a field', documents: [], pipeline: [{ $project: {} }], refused: '$project' },
  ],
  $replaceRoot: [
    {
      title: 'makes a nested document the whole',
      documents: [{ _id: 1, name: { first: 'John', last: 'Backus' } }],
      pipeline: [{ $replaceRoot: { newRoot: '$name' } }],
      gives: [{ first: 'John', last: 'Backus' }],
    },
    {
      title: 'merges with defaults',
      documents: [{ _id: 1, name: 'Fred', email: 'fred@example.net' }],
      pipeline: [
        { $replaceRoot: { newRoot: { $mergeObjects: [{ _id: '', name: '', cell: '' }, '$$ROOT'] } } },
      ],
      gives: [{ _id: 1, name: 'Fred', cell: '', email: 'fred@example.net' }],
    },
    {
      title: 'fails for what is no document',
      documents: [{ _id: 1 }],
      pipeline: [{ $replaceRoot: { newRoot: '$name' } }],
      refused: 'that is a document',
    },
  ],
  $sample: [
    {
      title: 'takes no document twice',
      documents: sales,
      pipeline: [{ $sample: { size: 9 } }, { $count: 'n' }],
      gives: [{ n: 5 }],
    },
    { title: 'needs a size', documents: [], pipeline: [{ $sample: {} }], refused: '$sample' },
  ],
  $skip: [
    {
      title: 'leaves the first out',
      documents: sales,
      pipeline: [{ $skip: 4 }, { $project: { item: 1 } }],
      gives: [{ _id: 5, item: 'xyz' }],
    },
  ],
  $sort: [
    {
      title: "sorts by several fields in BSON's order",
      documents: [
        { _id: 1, borough: 'Manhattan' },
        { _id: 2, borough: 'Queens' },
        { _id: 3, borough: 'Brooklyn' },
        { _id: 4, borough: 'Manhattan' },
        { _id: 5, borough: null },
        { _id: 6, borough: [] },
        { _id: 7, borough: 7 },
      ],
      pipeline: [{ $sort: { borough: 1, _id: -1 } }, { $project: { borough: 0 } }],
      gives: [6, 5, 7, 3, 4, 1, 2].map((_id) => ({ _id })),
    },
    {
      title: 'sorts texts by their UTF-8 bytes',
      documents: ['\u{2CC56}', '\uFF21', '中'].map((_id) => ({ _id })),
      pipeline: [{ $sort: { _id: 1 } }],
      gives: ['中', '\uFF21', '\u{2CC56}'].map((_id) => ({ _id })),
    },
    {
      title: 'takes 1 and -1 alone',
      documents: [],
      pipeline: [{ $sort: { a: { $meta: 'textScore' } } }],
      refused: 'must be 1 or -1',
    },
  ],
  $sortByCount: [
    {
      title: 'counts each value, the most frequent first',
      documents: [
        { _id: 1, tags: ['painting', 'satire'] },
        { _id: 2, tags: ['painting'] },
      ],
      pipeline: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
      gives: [
        { _id: 'painting', count: 2 },
        { _id: 'satire', count: 1 },
      ],
    },
    {
      title: 'needs an expression',
      documents: [],
      pipeline: [{ $sortByCount: { a: 1 } }],
      refused: 'must be an expression',
    },
  ],
  $unwind: [
    {
      title: 'makes a document of each element',
      documents: [{ _id: 1, item: 'ABC1', sizes: ['S', 'M', 'L'] }],
      pipeline: [{ $unwind: '$sizes' }],
      gives: ['S', 'M', 'L'].map((sizes) => ({ _id: 1, item: 'ABC1', sizes })),
    },
    {
      title: 'takes what is no array for an element, and drops what is missing, null or empty',
      documents: [
        { _id: 1, sizes: ['S'] },
        { _id: 2, sizes: [] },
        { _id: 3, sizes: 'M' },
        { _id: 4 },
        { _id: 5, sizes: null },
      ],
      pipeline: [{ $unwind: { path: '$sizes' } }],
      gives: [
        { _id: 1, sizes: 'S' },
        { _id: 3, sizes: 'M' },
      ],
    },
    {
      title: 'keeps all of them when asked to, with the place of the element',
      documents: [
        { _id: 1, sizes: ['S', 'M'] },
        { _id: 2, sizes: [] },
        { _id: 3, sizes: 'M' },
        { _id: 4 },
        { _id: 5, sizes: null },
      ],
      pipeline: [{ $unwind: { path: '$sizes', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true } }],
      gives: [
        { _id: 1, sizes: 'S', at: 0 },
        { _id: 1, sizes: 'M', at: 1 },
        { _id: 2, at: null },
        { _id: 3, sizes: 'M', at: null },
        { _id: 4, at: null },
        { _id: 5, sizes: null, at: null },
      ],
    },
    { title: 'needs a path', documents: [], pipeline: [{ $unwind: 'sizes' }], refused: '$unwind' },
  ],
}
