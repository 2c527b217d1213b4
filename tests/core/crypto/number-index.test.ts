import { createNumberIndex } from '@nansha/core/crypto/number-index'
import { describe, expect, it } from 'vitest'

const [k1, k2, k3] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
const NUMBER = '11010519491231002X'

describe('the index of a resident number', () => {
  it('says under how many keys it was made, and depends on number and key', () => {
    const index = createNumberIndex([k1])
    expect(index.of(NUMBER)).toMatch(/^01\.[\w-]{43}$/)
    expect(index.of(NUMBER)).toBe(createNumberIndex([k1]).of(NUMBER))
    expect(index.of('440524188001010014')).not.toBe(index.of(NUMBER))
    expect(createNumberIndex([k2]).of(NUMBER)).not.toBe(index.of(NUMBER))
    expect(index.former(NUMBER)).toEqual([])
  })

  it('is carried over to a new key without the number', () => {
    const [before, after, later] = [[k1], [k1, k2], [k1, k2, k3]].map(createNumberIndex)
    expect(after?.renew(before?.of(NUMBER) ?? '')).toBe(after?.of(NUMBER))
    expect(later?.renew(before?.of(NUMBER) ?? '')).toBe(later?.of(NUMBER))
    expect(later?.renew(after?.of(NUMBER) ?? '')).toBe(later?.of(NUMBER))
    expect(later?.renew(later.of(NUMBER))).toBe(later?.of(NUMBER))
    expect(later?.former(NUMBER)).toEqual([after?.of(NUMBER), before?.of(NUMBER)])
  })

  it('stays closed to who has stolen the old key and not the new one', () => {
    const stolen = createNumberIndex([k1])
    const kept = createNumberIndex([k1, k2])
    const guesses = [
      stolen.of(NUMBER),
      createNumberIndex([k1, k1]).of(NUMBER),
      createNumberIndex([k1, k3]).of(NUMBER),
    ]
    expect(guesses).not.toContain(kept.of(NUMBER))
  })

  it('sorts before every index under more keys', () => {
    const ring = (count: number) =>
      createNumberIndex(Array.from({ length: count }, (_, n) => Buffer.alloc(32, n)))
    expect(ring(9).of(NUMBER) < ring(10).newest).toBe(true)
    expect(ring(10).of(NUMBER) < ring(10).newest).toBe(false)
  })

  it('is not made of one under keys that were taken away', () => {
    expect(() => createNumberIndex([k1]).renew(createNumberIndex([k1, k2]).of(NUMBER))).toThrow(
      'no longer here',
    )
  })
})
