import { applyUpdate, checkUpdate } from '@nansha/localcloud/database/apply-update'
import type { Document } from '@nansha/localcloud/database/ejson'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-11-23T10:00:00Z')
const apply = (document: Document, update: Document, query: Document = {}) =>
  applyUpdate(document, update, query, now)

describe('applyUpdate', () => {
  it.each<[string, Document, Document, Document]>([
    ['sets and makes the way', { a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }],
    [
      'sets inside arrays',
      { a: [1, { b: 2 }] },
      { $set: { 'a.1.b': 3, 'a.3': 4 } },
      { a: [1, { b: 3 }, null, 4] },
    ],
    ['unsets', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { b: { d: 2 } }],
    ['unsets an element to null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['increments, also from nothing', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
    ['multiplies, from nothing to 0', { a: 3 }, { $mul: { a: 2, b: 3 } }, { a: 6, b: 0 }],
    ['takes minima across types', { a: 5, b: 'x' }, { $min: { a: 3, b: 1, c: 9 } }, { a: 3, b: 1, c: 9 }],
    ['takes maxima', { a: 5, b: 5 }, { $max: { a: 3, b: 7 } }, { a: 5, b: 7 }],
    ['renames', { a: 1, b: 2 }, { $rename: { a: 'c.d', x: 'y' } }, { b: 2, c: { d: 1 } }],
    ['works on bits', { a: 12 }, { $bit: { a: { and: 10, or: 1 } } }, { a: 9 }],
    ['sets the time', {}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: now, b: now }],
    ['pushes', { a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
    [
      'pushes with modifiers',
      { a: [5, 1] },
      { $push: { a: { $each: [3, 4], $position: 0, $sort: -1, $slice: 3 } } },
      { a: [5, 4, 3] },
    ],
    [
      'pushes sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    [
      'adds to a set',
      { a: [1, { b: 1 }] },
      { $addToSet: { a: { $each: [1, { b: 1 }, 2] } } },
      { a: [1, { b: 1 }, 2] },
    ],
    [
      'pops at both ends',
      { a: [1, 2, 3], b: [1, 2] },
      { $pop: { a: 1, b: -1, c: 1 } },
      { a: [1, 2], b: [2] },
    ],
    ['pulls values', { a: [1, 2, 1] }, { $pull: { a: 1, b: 1 } }, { a: [2] }],
    ['pulls by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 3 } } }, { a: [1] }],
    [
      'pulls documents',
      { a: [{ b: 1, c: 1 }, { b: 2 }, 1] },
      { $pull: { a: { b: 1 } } },
      { a: [{ b: 2 }, 1] },
    ],
    ['pulls all', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      'changes every element',
      { a: [{ b: 1 }, { b: 2 }] },
      { $inc: { 'a.$[].b': 1 } },
      { a: [{ b: 2 }, { b: 3 }] },
    ],
  ])('%s', (_name, document, update, expected) => {
    const before = structuredClone(document)
    expect(apply(document, update)).toEqual(expected)
    expect(document).toEqual(before)
  })

  it('changes the element that the query matched', () => {
    const document = { a: [{ b: 1 }, { b: 2 }, { b: 2 }] }
    expect(apply(document, { $set: { 'a.$.b': 9 } }, { 'a.b': 2 })).toEqual({
      a: [{ b: 1 }, { b: 9 }, { b: 2 }],
    })
    expect(apply({ a: [1, 5] }, { $set: { 'a.$': 0 } }, { a: { $gt: 3 } })).toEqual({ a: [1, 0] })
  })

  it.each<[string, Document, Document]>([
    ['an unknown operator', {}, { $sett: { a: 1 } }],
    ['a field among operators', {}, { $set: { a: 1 }, b: 2 }],
    ['nothing', {}, {}],
    ['one path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }],
    ['a path inside another', {}, { $set: { a: 1, 'a.b': 2 } }],
    ['a change of _id', {}, { $set: { _id: 2 } }],
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }],
    ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }],
    ['$push to text', { a: 'x' }, { $push: { a: 1 } }],
    ['an unknown modifier', { a: [] }, { $push: { a: { $each: [], $first: 1 } } }],
    ['a field inside text', { a: 'x' }, { $set: { 'a.b': 1 } }],
    ['a name in an array', { a: [] }, { $set: { 'a.b': 1 } }],
    ['a far place in an array', { a: [] }, { $set: { 'a.9999999': 1 } }],
    ['an empty path', {}, { $set: { 'a..b': 1 } }],
    ['__proto__', {}, { $set: { '__proto__.x': 1 } }],
    ['$ without a query', { a: [1] }, { $set: { 'a.$': 1 } }],
    ['an unknown filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }],
    ['$pop of 2', { a: [1] }, { $pop: { a: 2 } }],
  ])('refuses %s', (_name, document, update) => {
    expect(() => apply(document, update)).toThrow(
      expect.objectContaining({ code: 'DATABASE_INVALID_OPERRATOR' }),
    )
    expect({}).not.toHaveProperty('x')
  })

  it('refuses a bad update before any document is found', () => {
    expect(() => checkUpdate({ $nope: {} })).toThrow('$nope')
  })
})
