import { decodeUtf8, encodeUtf8 } from '@nansha/shared/encoding/utf8'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe('utf8', () => {
  it('writes what TextEncoder writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text))
      }),
    )
  })

  it('reads what a strict TextDecoder reads, and refuses what that refuses', () => {
    const bytes = fc.array(
      fc.constantFrom(
        0x00,
        0x41,
        0x7f,
        0x80,
        0x9f,
        0xa0,
        0xbf,
        0xc0,
        0xc2,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
        0xff,
      ),
    )
    fc.assert(
      fc.property(bytes, (list) => {
        expect(decodeUtf8(Uint8Array.from(list))).toBe(strictly(list))
      }),
      { numRuns: 2_000 },
    )
  })

  it('has no bytes for a lone surrogate', () => {
    expect(() => encodeUtf8('\ud800')).toThrow(RangeError)
  })
})

function strictly(bytes: number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
