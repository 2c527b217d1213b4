import { HASH_BYTES, hashNode, isSameHash } from './hashes'

/** Size and root of a tree, as a checkpoint states them. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Whether the newer tree begins with all leaves of the older one (RFC 9162 §2.1.4.2).
 *
 * @param older of at least one leaf: nothing can be proven of an empty tree, of which every tree is a continuation
 */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false
  if (older.size < 1 || older.size > newer.size) return false
  if (proof.some((hash) => hash.length !== HASH_BYTES)) return false
  if (older.size === newer.size) return proof.length === 0 && isSameHash(older.root, newer.root)

  // An older tree that is perfect is itself the first node of the proof.
  const nodes = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  const [first, ...rest] = nodes
  if (proof.length === 0 || first === undefined) return false
  let node = older.size - 1
  let last = newer.size - 1
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let olderRoot = first
  let newerRoot = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      olderRoot = hashNode(sibling, olderRoot)
      newerRoot = hashNode(sibling, newerRoot)
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else newerRoot = hashNode(newerRoot, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSameHash(olderRoot, older.root) && isSameHash(newerRoot, newer.root)
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size)) && 2 ** Math.log2(size) === size
}
