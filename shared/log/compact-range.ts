import { EMPTY_ROOT, hashNode } from './hashes'
import type { ReadNode } from './tree'

/**
 * The first `size` leaves of a tree in the fewest hashes: one for each bit of `size` that is set, from the largest
 * perfect subtree to the smallest. It is all that is needed to append leaves and to compute the root, so that whoever
 * reads every new entry needs no proof that the log only grew.
 */
export interface CompactRange {
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

export const EMPTY_RANGE: CompactRange = { size: 0, hashes: [] }

export function appendLeaf({ size, hashes }: CompactRange, leafHash: Uint8Array): CompactRange {
  const stack = [...hashes]
  let hash = leafHash
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = stack.pop()
    if (left) hash = hashNode(left, hash)
  }
  return { size: size + 1, hashes: [...stack, hash] }
}

/** Root of the tree of these leaves. */
export function rangeRoot({ hashes }: CompactRange): Uint8Array {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => hashNode(left, right))
}

/** Reads the range of the first `size` leaves. What is read is believed once a root that was signed follows from it. */
export async function readRange(read: ReadNode, size: number): Promise<CompactRange> {
  const nodes: Promise<Uint8Array>[] = []
  let start = 0
  for (let height = Math.floor(Math.log2(Math.max(size, 1))); height >= 0; height--) {
    const leaves = 2 ** height
    if (Math.floor(size / leaves) % 2 === 0) continue
    nodes.push(read(height, start / leaves))
    start += leaves
  }
  return { size, hashes: await Promise.all(nodes) }
}
