import { decodeBase45, encodeBase45 } from '@nansha/shared/encoding/base45'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes the example of RFC 9285: %s', (text, encoded) => {
    expect(encodeBase45(Buffer.from(text))).toBe(encoded)
    expect(Buffer.from(decodeBase45(encoded) ?? []).toString()).toBe(text)
  })

  it('returns every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
      }),
    )
  })

  it('accepts no second spelling of the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'09AGW%:.-/ a') }), (text) => {
        const bytes = decodeBase45(text)
        if (bytes) expect(encodeBase45(bytes)).toBe(text)
      }),
    )
  })

  it.each(['A', 'GGW', ':::', '::', '6R', 'bb8', 'BB8A'])('refuses %j', (text) => {
    expect(decodeBase45(text)).toBeUndefined()
  })
})
