import { decodeUtf8, encodeUtf8 } from '@nansha/shared/encoding/utf8'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe('utf8', () => {
  it('writes what TextEncoder writes', () => {
    // As many of each length in bytes; fast-check's own `binary` takes seconds to set up.
    const ranges = [
      [0, 0x7f],
      [0x80, 0x7ff],
      [0x800, 0xd7ff],
      [0xe000, 0xffff],
      [0x1_0000, 0x10_ffff],
    ] as const
    const points = ranges.map(([min, max]) => fc.integer({ min, max }))
    const texts = fc.array(fc.oneof(...points)).map((some) => String.fromCodePoint(...some))
    fc.assert(
      fc.property(texts, (text) => {
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

  const EDGES = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff]

  it('reads and writes the first and the last character of each length', () => {
    for (const point of EDGES) {
      const text = String.fromCodePoint(point)
      for (const around of [text, `a${text}`, `${text}é`, `é${text}${text}`]) {
        const bytes = new TextEncoder().encode(around)
        expect(encodeUtf8(around), around).toEqual(bytes)
        expect(decodeUtf8(bytes), around).toBe(around)
        for (let length = 1; length < bytes.length; length++)
          expect(decodeUtf8(bytes.slice(0, length))).toBe(strictly([...bytes.slice(0, length)]))
      }
    }
  })

  it.each([
    'c1bf',
    'e09fbf',
    'f08fbfbf',
    'eda080',
    'edbfbf',
    'f4908080',
    'f888808080',
    'bf',
    'c2',
    'c27f',
    'c2c0',
    'e28228',
    'f0288cbc',
  ])('refuses the bytes %s, which no character has', (bytes) => {
    expect(decodeUtf8(Uint8Array.from(Buffer.from(bytes, 'hex')))).toBeUndefined()
    expect(decodeUtf8(Uint8Array.from(Buffer.from(`41${bytes}41`, 'hex')))).toBeUndefined()
  })

  it('has no bytes for a lone surrogate', () => {
    for (const text of ['\ud800', '\udbff', '\udc00', '\udfff', 'a\udfff', '\ud800a'])
      expect(() => encodeUtf8(text)).toThrow(RangeError)
  })
})

function strictly(bytes: number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
