import { appendLeaf, EMPTY_RANGE, rangeRoot, readRange } from '@nansha/shared/log/compact-range'
import { hashLeaf } from '@nansha/shared/log/hashes'
import { proveConsistency, proveInclusion, treeRoot } from '@nansha/shared/log/tree'
import { verifyConsistency } from '@nansha/shared/log/verify-consistency'
import { verifyInclusion } from '@nansha/shared/log/verify-inclusion'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTree, numberedLeaves } from '../../support/merkle-tree'

const MOST = 300
const leaves = numberedLeaves(MOST)
const tree = createTree(leaves)
const head = (size: number) => ({ size, root: tree.root(size) })
const leafHash = (index: number) => hashLeaf(leaves[index] as Uint8Array)
const sizes = fc.integer({ min: 1, max: MOST })
const leafOfTree = sizes.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
const olderAndNewer = sizes.chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer }), fc.constant(newer)))
const flip = (hash: Uint8Array) => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte))
/** Proofs that come close to a right one. */
const near = (proof: readonly Uint8Array[]) => [
  ...proof.map((_, at) => proof.filter((_, other) => other !== at)),
  ...proof.map((_, at) => proof.map((hash, other) => (other === at ? flip(hash) : hash))),
  [...proof, tree.root(1)],
  [tree.root(1), ...proof],
  proof.map((hash) => hash.subarray(0, 31)),
]

describe('a proof of inclusion', () => {
  it('shows each leaf of a tree of any size', async () => {
    await fc.assert(
      fc.asyncProperty(leafOfTree, async ([index, size]) => {
        const proof = await proveInclusion(tree.read, index, size)
        expect(verifyInclusion({ index, leafHash: leafHash(index), proof }, head(size))).toBe(true)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
      }),
    )
  })

  it('shows no other leaf, place or tree, and is refused when anything in it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(leafOfTree, fc.integer({ min: 0, max: MOST - 1 }), async ([index, size], other) => {
        const proof = await proveInclusion(tree.read, index, size)
        const inclusion = { index, leafHash: leafHash(index), proof }
        if (other !== index) {
          expect(verifyInclusion({ ...inclusion, leafHash: leafHash(other) }, head(size))).toBe(false)
          expect(verifyInclusion({ ...inclusion, index: other }, head(size))).toBe(false)
        }
        if (other + 1 !== size) expect(verifyInclusion(inclusion, head(other + 1))).toBe(false)
        for (const changed of near(proof).filter(
          (changed) => changed.length !== proof.length || proof.length > 0,
        ))
          expect(verifyInclusion({ ...inclusion, proof: changed }, head(size))).toBe(false)
      }),
    )
  })

  it('is refused for numbers that are no place: negative, broken, beyond the tree, or beyond what a number holds', () => {
    for (const index of [-1, 0.5, 1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(verifyInclusion({ index, leafHash: leafHash(0), proof: [] }, head(1))).toBe(false)
    for (const size of [0, -1, 1.5, Number.NaN, 2 ** 64])
      expect(
        verifyInclusion({ index: 0, leafHash: leafHash(0), proof: [] }, { size, root: leafHash(0) }),
      ).toBe(false)
  })

  it('reaches beyond 2³¹ leaves, where bit operators end', async () => {
    const [index, size] = [2 ** 40 + 5, 2 ** 41]
    // A tree of which all leaves are alike has one hash a height.
    const heights = [leafHash(0)]
    const { hashNode } = await import('@nansha/shared/log/hashes')
    for (let height = 1; height <= 41; height++)
      heights.push(hashNode(heights[height - 1] as Uint8Array, heights[height - 1] as Uint8Array))
    const read = async (height: number) => heights[height] as Uint8Array
    const proof = await proveInclusion(read, index, size)
    expect(proof).toHaveLength(41)
    const whole = { size, root: await treeRoot(read, size) }
    expect(verifyInclusion({ index, leafHash: leafHash(0), proof }, whole)).toBe(true)
    expect(verifyInclusion({ index, leafHash: leafHash(0), proof: proof.slice(1) }, whole)).toBe(false)
  })
})

describe('a proof of consistency', () => {
  it('shows that a tree continues each older one', async () => {
    await fc.assert(
      fc.asyncProperty(olderAndNewer, async ([older, newer]) => {
        const proof = await proveConsistency(tree.read, older, newer)
        expect(verifyConsistency(head(older), head(newer), proof)).toBe(true)
      }),
    )
  })

  it('shows it of no other tree, and is refused when anything in it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(olderAndNewer, sizes, async ([older, newer], other) => {
        const proof = await proveConsistency(tree.read, older, newer)
        const wrong = { size: older, root: flip(tree.root(older)) }
        expect(verifyConsistency(wrong, head(newer), proof)).toBe(false)
        expect(verifyConsistency(head(older), { size: newer, root: flip(tree.root(newer)) }, proof)).toBe(
          false,
        )
        if (other !== older)
          expect(verifyConsistency({ ...head(older), size: other }, head(newer), proof)).toBe(false)
        for (const changed of near(proof)) {
          if (changed.length === 0 && proof.length === 0) continue
          expect(verifyConsistency(head(older), head(newer), changed)).toBe(false)
        }
      }),
    )
  })

  it('of the empty tree is none, of a smaller tree after a larger neither', async () => {
    const empty = { size: 0, root: tree.root(1) }
    expect(verifyConsistency(empty, head(1), [])).toBe(false)
    expect(verifyConsistency(empty, empty, [])).toBe(false)
    expect(verifyConsistency(head(5), head(4), await proveConsistency(tree.read, 4, 5))).toBe(false)
    expect(verifyConsistency(head(5), { ...head(5), root: tree.root(4) }, [])).toBe(false)
  })
})

describe('a compact range', () => {
  it('has the root of its tree after each leaf that is appended', () => {
    let range = EMPTY_RANGE
    for (let size = 1; size <= MOST; size++) {
      range = appendLeaf(range, leafHash(size - 1))
      expect(rangeRoot(range)).toEqual(tree.root(size))
    }
    expect(range.hashes.length).toBe([...MOST.toString(2)].filter((bit) => bit === '1').length)
  })

  it('that is read from a tree goes on as one that was made of its leaves', async () => {
    await fc.assert(
      fc.asyncProperty(olderAndNewer, async ([older, newer]) => {
        let range = await readRange(tree.read, older)
        expect(rangeRoot(range)).toEqual(tree.root(older))
        for (let at = older; at < newer; at++) range = appendLeaf(range, leafHash(at))
        expect(rangeRoot(range)).toEqual(await treeRoot(tree.read, newer))
      }),
    )
    expect(await readRange(tree.read, 0)).toEqual(EMPTY_RANGE)
  })
})
