import { decodeEntry, ENTRY_BYTES, encodeEntry, LOG_EVENTS } from '@nansha/shared/log/entry'
import { decodeBundle, encodeBundle } from '@nansha/shared/log/entry-bundle'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const fingerprint = fc.uint8Array({ minLength: 32, maxLength: 32 })
const entries = fc.record({
  event: fc.constantFrom(...LOG_EVENTS),
  at: fc.integer({ min: 0, max: 0xffff_ffff }),
  subject: fingerprint,
  credential: fingerprint,
})

describe('an entry of the issuance log', () => {
  it('is read back from its 70 bytes, and every entry has one spelling', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const bytes = encodeEntry(entry)
        expect(bytes).toHaveLength(ENTRY_BYTES)
        expect(decodeEntry(bytes)).toEqual(entry)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 68, maxLength: 72 }), (bytes) => {
        const entry = decodeEntry(bytes)
        if (entry) expect(encodeEntry(entry)).toEqual(bytes)
      }),
    )
  })

  it('is laid out as the protocol says', () => {
    const entry = {
      event: 'rebound',
      at: 0x01020304,
      subject: new Uint8Array(32).fill(5),
      credential: new Uint8Array(32).fill(6),
    } as const
    expect(Buffer.from(encodeEntry(entry)).toString('hex')).toBe(
      `010101020304${'05'.repeat(32)}${'06'.repeat(32)}`,
    )
  })

  it('is refused with another version, event or length, and is not made of what does not fit', () => {
    const bytes = encodeEntry({
      event: 'issued',
      at: 1,
      subject: new Uint8Array(32),
      credential: new Uint8Array(32),
    })
    for (const [at, value] of [
      [0, 0],
      [0, 2],
      [1, 3],
      [1, 255],
    ] as const)
      expect(decodeEntry(bytes.map((byte, place) => (place === at ? value : byte)))).toBeUndefined()
    expect(decodeEntry(bytes.subarray(1))).toBeUndefined()
    const fields = {
      event: 'issued',
      at: 1,
      subject: new Uint8Array(32),
      credential: new Uint8Array(32),
    } as const
    expect(() => encodeEntry({ ...fields, subject: new Uint8Array(31) })).toThrow(RangeError)
    for (const at of [-1, 1.5, 2 ** 32]) expect(() => encodeEntry({ ...fields, at })).toThrow(RangeError)
  })
})

describe('a bundle of entries', () => {
  const bundles = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 })

  it('is read back, entry by entry', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        expect(decodeBundle(encodeBundle(bundle), bundle.length)).toEqual(bundle)
      }),
    )
  })

  it('is refused when it holds more or fewer entries, or ends in the middle of one', () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const bytes = encodeBundle(bundle)
        expect(decodeBundle(bytes, bundle.length + 1)).toBeUndefined()
        expect(decodeBundle(bytes, bundle.length - 1)).toBeUndefined()
        expect(decodeBundle(bytes.subarray(0, -1), bundle.length)).toBeUndefined()
        expect(decodeBundle(Uint8Array.of(...bytes, 0), bundle.length)).toBeUndefined()
      }),
    )
  })
})
