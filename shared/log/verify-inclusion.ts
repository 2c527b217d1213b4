import { HASH_BYTES, hashNode, isSameHash } from './hashes'

/** Where a leaf is said to be. */
export interface Inclusion {
  /** Counted from 0. */
  readonly index: number
  readonly leafHash: Uint8Array
  /** Ordered from the leaf's sibling up to the child of the root. */
  readonly proof: readonly Uint8Array[]
}

/** Whether the tree with this size and root has the leaf at that index (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  { index, leafHash, proof }: Inclusion,
  tree: { readonly size: number; readonly root: Uint8Array },
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(tree.size)) return false
  if (index < 0 || index >= tree.size || ![leafHash, ...proof].every(isHash)) return false
  let hash = leafHash
  // Positions of the node and of the last node, at the height that has been reached. No bit operators: they end at 2³¹.
  let node = index
  let last = tree.size - 1
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash)
      // A last node without a sibling is its own parent until it has one.
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else hash = hashNode(hash, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSameHash(hash, tree.root)
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES
}
