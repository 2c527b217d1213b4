import { packValue, unpackValue } from '@nansha/core/crypto/pack-value'
import { describe, expect, it } from 'vitest'
import { NOW_MS } from '#support/clock'

describe('packValue', () => {
  it('is one text for one value, in whatever order its members stand', () => {
    const at = new Date(NOW_MS)
    expect(packValue({ b: [1, { d: null, c: at }], a: '南沙' })).toBe(
      packValue({ a: '南沙', b: [1, { c: at, d: null }] }),
    )
    expect(packValue({ a: 1, b: undefined })).toBe(packValue({ a: 1 }))
  })

  it.each([
    [{ a: '1' }, { a: 1 }],
    [{ a: null }, {}],
    [{ a: [] }, { a: {} }],
    [
      [1, 23],
      [12, 3],
    ],
    [{ a: new Date(0) }, { a: 0 }],
    [{ a: new Date(0) }, { a: new Date(0).toISOString() }],
    [{ 'a":1,"b': 2 }, { a: 1, b: 2 }],
  ])('tells %j from %j', (one, other) => {
    expect(packValue(one)).not.toBe(packValue(other))
  })

  it('comes back as it was, padding or not', () => {
    const value = { at: new Date(5), list: [true, null, 'x'], nested: { at: new Date(6) }, empty: {} }
    expect(unpackValue(packValue(value))).toEqual(value)
    expect(unpackValue(`${packValue(value)}     `)).toEqual(value)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, new Map(), Buffer.alloc(1), () => 1])(
    'refuses %s',
    (value) => {
      expect(() => packValue({ value })).toThrow(TypeError)
    },
  )
})
