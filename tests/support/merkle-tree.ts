import { hashLeaf, hashNode } from '@nansha/shared/log/hashes'
import type { ReadNode } from '@nansha/shared/log/tree'

/** A tree in memory, hashed by the definition of RFC 6962 §2.1 and by nothing of the project's own tree code. */
export function createTree(leaves: readonly Uint8Array[]) {
  const known = new Map<string, Uint8Array>()
  const hash = (start: number, end: number): Uint8Array => {
    const name = `${start}-${end}`
    const found = known.get(name)
    if (found) return found
    let split = 1
    while (split * 2 < end - start) split *= 2
    const made =
      end - start === 1
        ? hashLeaf(leaves[start] as Uint8Array)
        : hashNode(hash(start, start + split), hash(start + split, end))
    known.set(name, made)
    return made
  }
  const read: ReadNode = async (height, index) => hash(index * 2 ** height, (index + 1) * 2 ** height)
  return { root: (size: number) => hash(0, size), read }
}

/** So many leaves that differ. */
export function numberedLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, n) => Uint8Array.from(Buffer.from(`leaf ${n}`)))
}
