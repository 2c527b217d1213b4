import { hashLeaf, hashNode, isSameHash } from '@nansha/shared/log/hashes'
import { expect, it } from 'vitest'

it('a hash that is only the beginning of another is another one', () => {
  const hash = hashLeaf(Uint8Array.of(1))
  expect(isSameHash(hash, hash.slice())).toBe(true)
  expect(isSameHash(hash.subarray(0, 31), hash)).toBe(false)
  expect(isSameHash(hash, hash.subarray(0, 31))).toBe(false)
})

it('a leaf never hashes like the node of which it spells the two hashes', () => {
  const [left, right] = [hashLeaf(Uint8Array.of(1)), hashLeaf(Uint8Array.of(2))]
  expect(isSameHash(hashLeaf(Uint8Array.of(...left, ...right)), hashNode(left, right))).toBe(false)
})
