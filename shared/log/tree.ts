import { EMPTY_ROOT, hashNode } from './hashes'

/**
 * Reads the hash of a perfect subtree: the `index`-th with 2^`height` leaves, counted from the left.
 *
 * @throws whatever its source throws
 */
export type ReadNode = (height: number, index: number) => Promise<Uint8Array>

/** Root of the first `size` leaves (RFC 6962 §2.1, MTH). */
export async function treeRoot(read: ReadNode, size: number): Promise<Uint8Array> {
  return size === 0 ? EMPTY_ROOT : rangeHash(read, 0, size)
}

/** Proof that the leaf at `index` is in the tree of `size` leaves (RFC 6962 §2.1.1, PATH). */
export async function proveInclusion(read: ReadNode, index: number, size: number): Promise<Uint8Array[]> {
  const siblings: Promise<Uint8Array>[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      siblings.push(rangeHash(read, middle, end))
      end = middle
    } else {
      siblings.push(rangeHash(read, start, middle))
      start = middle
    }
  }
  return Promise.all(siblings.reverse())
}

/** Proof that the tree of `newer` leaves begins with that of `older` leaves (RFC 6962 §2.1.2, PROOF). */
export async function proveConsistency(read: ReadNode, older: number, newer: number): Promise<Uint8Array[]> {
  if (older < 1 || older >= newer) return []
  const siblings: Promise<Uint8Array>[] = []
  let [start, end] = [0, newer]
  while (end !== older) {
    const middle = start + splitOf(end - start)
    if (older <= middle) {
      siblings.push(rangeHash(read, middle, end))
      end = middle
    } else {
      siblings.push(rangeHash(read, start, middle))
      start = middle
    }
  }
  // The reader knows the older root already when it is one perfect subtree from the first leaf on.
  if (start > 0) siblings.push(rangeHash(read, start, end))
  return Promise.all(siblings.reverse())
}

/** Hash over the leaves from `start` to before `end`, a range at which the tree of RFC 6962 splits. */
async function rangeHash(read: ReadNode, start: number, end: number): Promise<Uint8Array> {
  const count = end - start
  const height = Math.log2(count)
  if (Number.isInteger(height)) return read(height, start / count)
  const middle = start + splitOf(count)
  return hashNode(...(await Promise.all([rangeHash(read, start, middle), rangeHash(read, middle, end)])))
}

/** The largest power of two below a count of at least two. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}
