import type { Document } from '@nansha/localcloud/database/ejson'

const post = { _id: 1, title: 'Bagels', comments: ['a', 'b', 'c', 'd'], by: { name: 'x', mail: 'y' } }
const school = {
  _id: 1,
  zipcode: '63109',
  students: [
    { name: 'john', school: 102, age: 10 },
    { name: 'jess', school: 102, age: 11 },
    { name: 'jeff', school: 108, age: 15 },
  ],
}

/** The fields of a find() and what they leave of a document. */
export const projections: readonly {
  document: Document
  projection: Document
  gives?: Document
  refused?: string
}[] = [
  { document: post, projection: { title: 1 }, gives: { _id: 1, title: 'Bagels' } },
  { document: post, projection: { title: true, _id: false }, gives: { title: 'Bagels' } },
  { document: post, projection: { comments: 0, by: 0 }, gives: { _id: 1, title: 'Bagels' } },
  { document: post, projection: { _id: 1 }, gives: { _id: 1 } },
  { document: post, projection: { 'by.name': 1, _id: 0 }, gives: { by: { name: 'x' } } },
  { document: post, projection: { comments: { $slice: 2 } }, gives: { ...post, comments: ['a', 'b'] } },
  {
    document: post,
    projection: { comments: { $slice: -1 }, title: 1 },
    gives: { _id: 1, title: 'Bagels', comments: ['d'] },
  },
  {
    document: post,
    projection: { comments: { $slice: [1, 2] }, by: 0 },
    gives: { _id: 1, title: 'Bagels', comments: ['b', 'c'] },
  },
  {
    document: post,
    projection: { comments: { $slice: [-3, 2] }, _id: 0, by: 0 },
    gives: { title: 'Bagels', comments: ['b', 'c'] },
  },
  { document: post, projection: { title: { $slice: 1 } }, gives: post },
  {
    document: school,
    projection: { students: { $elemMatch: { school: 102, age: { $gt: 10 } } } },
    gives: { _id: 1, students: [{ name: 'jess', school: 102, age: 11 }] },
  },
  {
    document: school,
    projection: { zipcode: 1, students: { $elemMatch: { school: 1 } } },
    gives: { _id: 1, zipcode: '63109' },
  },
  { document: post, projection: { title: 1, by: 0 }, refused: 'not both' },
  { document: post, projection: { by: { name: 1 } }, refused: 'write nested fields as a.b' },
  { document: post, projection: { 'comments.$': 1 }, refused: 'does not offer' },
  { document: post, projection: { title: { $meta: 'textScore' } }, refused: '$meta' },
  {
    document: school,
    projection: { 'a.students': { $elemMatch: { school: 1 } } },
    refused: 'no dotted path',
  },
  { document: post, projection: { comments: { $slice: [1, 0] } }, refused: '$slice needs' },
]
