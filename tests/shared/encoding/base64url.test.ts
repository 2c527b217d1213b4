import { decodeBase64url, encodeBase64url } from '@nansha/shared/encoding/base64url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('base64url', () => {
  it('writes what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes)
      }),
    )
  })

  it('accepts no second spelling of the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABYZabyz019-_+/= \n') }), (text) => {
        const bytes = decodeBase64url(text)
        if (bytes) expect(encodeBase64url(bytes)).toBe(text)
      }),
    )
  })

  it.each(['A', 'AB', 'AAB', 'QQ==', 'Q Q', '+/8', 'AAAAA', 'ＡＡ'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toBeUndefined()
  })
})
