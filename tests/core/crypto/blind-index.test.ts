import { createBlindIndex, numberIndex } from '@nansha/core/crypto/blind-index'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { describe, expect, it } from 'vitest'

const index = createBlindIndex(Buffer.alloc(32, 7))

describe('blind index', () => {
  it('is the same for the same value and key only', () => {
    const number = '11010519491231002X'
    expect(numberIndex(index, number)).toBe(numberIndex(index, number))
    expect(numberIndex(index, number)).toMatch(/^[\w-]{43}$/)
    expect(numberIndex(createBlindIndex(Buffer.alloc(32, 8)), number)).not.toBe(numberIndex(index, number))
    expect(numberIndex(index, '440524188001010014')).not.toBe(numberIndex(index, number))
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
