import { compressY, expandY } from '@nansha/shared/keys/compress-key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKENDS, holderKey } from '../../support/keys'

describe.each(BACKENDS)('a key without its y, with $name', ({ verify }) => {
  const complete = verify.expandY ?? expandY

  it('is completed by the parity', () => {
    for (let number = 0; number < 64; number++) {
      const { x, y } = holderKey(number).publicJwk
      const parity = compressY(y) ?? '0'
      expect(complete(x, parity)).toBe(y)
      expect(complete(x, parity === '0' ? '1' : '0')).not.toBe(y)
    }
  })

  it('is none where the curve has no point, and all back ends agree on where', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(bytes, fc.constantFrom('0' as const, '1' as const), (some, parity) => {
        const x = Buffer.from(some).toString('base64url')
        expect(complete(x, parity)).toBe(expandY(x, parity))
      }),
    )
    for (const x of [`${'_'.repeat(42)}8`, 'A'.repeat(42), 'A'.repeat(44), ''])
      expect(complete(x, '0')).toBeUndefined()
  })
})
