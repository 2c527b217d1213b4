import { compareTexts, compareValues } from '@nansha/localcloud/database/compare'
import { OpaqueValue, RegularExpression } from '@nansha/localcloud/database/ejson'
import { indexKeys, orderKey, sortKey } from '@nansha/localcloud/database/order-key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyValue } from './values'

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

describe('orderKey', () => {
  it("sorts one of each type in BSON's order", () => {
    const ascending = [
      new OpaqueValue('$minKey', 1),
      null,
      Number.NaN,
      -Infinity,
      -1.5,
      -1,
      0,
      Number.MIN_VALUE,
      1,
      2 ** 40,
      2n ** 60n - 1n,
      2n ** 60n,
      2n ** 60n + 1n,
      Infinity,
      '',
      '\u0000',
      'a',
      'a\u0000',
      'ab',
      'b',
      {},
      { a: 1 },
      { a: 1, b: 1 },
      { a: 2 },
      [],
      [1],
      [1, 2],
      [2],
      new OpaqueValue('$binary', { base64: 'AQI=', subType: '00' }),
      new OpaqueValue('$oid', '5f0000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(0),
      new Date(1),
      new RegularExpression('a', ''),
      new OpaqueValue('$maxKey', 1),
    ]
    const keys = ascending.map(orderKey)
    expect([...keys].sort(compare)).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('agrees with the comparison of values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(Math.sign(compareTexts(orderKey(a), orderKey(b)))).toBe(Math.sign(compareValues(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  it('orders numbers and text as JavaScript and UTF-8 do', () => {
    const number = fc.oneof(fc.double({ noNaN: true }), fc.integer())
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(compare(orderKey(a), orderKey(b))).toBe(Number(a > b) - Number(a < b))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(compare(orderKey(a), orderKey(b))).toBe(compare(a, b))
      }),
    )
  })

  it('never lets one key be the beginning of another, so that keys can stand side by side', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [left, right] = [orderKey(a), orderKey(b)]
        expect(left !== right && right.startsWith(left)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no longer for deep values than their depth', () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 100; depth++) deep = { a: deep }
    expect(orderKey(deep).length).toBeLessThan(2000)
  })
})

describe('indexKeys', () => {
  it('gives missing the key of null, an empty array one before it, and each element of an array its own', () => {
    expect(indexKeys({}, ['a'])).toEqual(indexKeys({ a: null }, ['a']))
    const [empty = '', missing = ''] = [indexKeys({ a: [] }, ['a'])[0], indexKeys({}, ['a'])[0]]
    expect(compareTexts(empty, missing)).toBeLessThan(0)
    expect(compareTexts(orderKey(new OpaqueValue('$minKey', 1)), empty)).toBeLessThan(0)
    expect(indexKeys({ a: [1, 2, 1] }, ['a'])).toEqual([orderKey(1), orderKey(2)])
    expect(indexKeys({ a: [{ b: 1 }, { b: 2 }] }, ['a.b'])).toEqual([orderKey(1), orderKey(2)])
    expect(indexKeys({ a: 1, b: [2, 3] }, ['a', 'b'])).toEqual([
      orderKey(1) + orderKey(2),
      orderKey(1) + orderKey(3),
    ])
  })
})

describe('sortKey', () => {
  it('takes the smallest element upwards and the largest downwards', () => {
    expect(sortKey({ a: [2, 1, 3] }, 'a', 1)).toBe(orderKey(1))
    expect(sortKey({ a: [2, 1, 3] }, 'a', -1)).toBe(orderKey(3))
  })
})
