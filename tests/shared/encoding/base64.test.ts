import { decodeBase64, encodeBase64 } from '@nansha/shared/encoding/base64'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('base64', () => {
  it('reads what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
      }),
    )
  })

  it('writes what Node writes, and accepts no second spelling of the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABYZabyz019-_+/= ') }), (text) => {
        const bytes = decodeBase64(text)
        if (bytes) expect(encodeBase64(bytes)).toBe(text)
      }),
    )
  })

  it.each(['A', '????', 'AA=A', 'AAAA=', 'AAAA====', 'QQ', 'QQ=', '-_==', '=', '=='])(
    'reads nothing else: %s',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined()
    },
  )
})
