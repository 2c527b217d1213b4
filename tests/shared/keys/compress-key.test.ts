import { compressY, expandY, rememberPoints } from '@nansha/shared/keys/compress-key'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
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

describe('points that were found', () => {
  it('are not looked for again, and such as were not found are', () => {
    const find = vi.fn((x: string) => (x === 'none' ? undefined : `y of ${x}`))
    const complete = rememberPoints(find)
    for (let n = 0; n < 2; n++) {
      expect(complete('a', '0')).toBe('y of a')
      expect(complete('none', '0')).toBeUndefined()
    }
    expect(find.mock.calls.map(([x]) => x)).toEqual(['a', 'none', 'none'])
  })

  it('are told apart by their parity, and the oldest of a thousand is forgotten', () => {
    const find = vi.fn((x: string, parity: string) => x + parity)
    const complete = rememberPoints(find)
    for (let n = 0; n < 999; n++) complete(String(n), '0')
    expect(complete('0', '1')).toBe('01')
    expect(complete('0', '0')).toBe('00')
    expect(find).toHaveBeenCalledTimes(1_000)
    complete('1000', '0')
    expect(complete('1', '0')).toBe('10')
    expect(find).toHaveBeenCalledTimes(1_001)
    complete('0', '0')
    expect(find).toHaveBeenCalledTimes(1_002)
  })
})
