import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../encoding/bytes'

/** Bytes of every hash in the tree. */
export const HASH_BYTES = 32

/** Root of a tree without leaves: the hash of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT = sha256(new Uint8Array(0))

/** Hash of a leaf; the leading zero keeps it apart from a node's (RFC 6962 §2.1). */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), entry))
}

/** Hash of an inner node (RFC 6962 §2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}

/** Compares public values: the time it takes tells nothing that is secret. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
