import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { secretKey, secretKeys } from '@nansha/core/crypto/secret-key'
import { describe, expect, it } from 'vitest'

const index = createBlindIndex(Buffer.alloc(32, 7))

describe('blind index', () => {
  it('is the same for the same value and key only', () => {
    expect(index('a', 'b')).toBe(index('a', 'b'))
    expect(index('a', 'b')).toMatch(/^[\w-]{43}$/)
    expect(createBlindIndex(Buffer.alloc(32, 8))('a', 'b')).not.toBe(index('a', 'b'))
    expect(index('a', 'c')).not.toBe(index('a', 'b'))
  })

  it('separates purposes and parts', () => {
    const all = [index('a', 'bc'), index('ab', 'c'), index('a', 'b', 'c'), index('a', 'b","c')]
    expect(new Set(all).size).toBe(4)
  })
})

describe('secretKey', () => {
  it('takes exactly 32 bytes in canonical base64url', () => {
    const text = Buffer.alloc(32, 255).toString('base64url')
    expect(secretKey({ K: text }, 'K')).toEqual(Buffer.alloc(32, 255))
    for (const bad of [undefined, '', text.slice(1), `${text}A`, `${text}=`, text.replaceAll('_', '/')]) {
      expect(() => secretKey(bad === undefined ? {} : { K: bad }, 'K')).toThrow('K must be 32 bytes')
    }
  })
})

describe('secretKeys', () => {
  const [first, second] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64url'))

  it('takes one key, or several of which the last was added last', () => {
    expect(secretKeys({ K: first }, 'K')).toEqual([Buffer.alloc(32, 1)])
    expect(secretKeys({ K: `${first},${second}` }, 'K')).toEqual([Buffer.alloc(32, 1), Buffer.alloc(32, 2)])
  })

  it.each([undefined, '', ',', `${first},`, `${first}, ${second}`, `${first},${first}`, `${first},x`])(
    'refuses %j',
    (K) => {
      expect(() => secretKeys(K === undefined ? {} : { K }, 'K')).toThrow('K must be keys of 32 bytes')
    },
  )
})
