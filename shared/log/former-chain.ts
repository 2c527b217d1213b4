import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'
import type { LogEntry, LogEvent } from './entry'

/** One entry of the hash chain that the log was before it was a tree. The tree begins with all of them, in their order. */
export interface ChainEntry {
  /** 1, 2, 3, … */
  readonly index: number
  /** Unix seconds. */
  readonly at: number
  readonly event: LogEvent
  readonly subject: string
  readonly credential: string
  /** Hash of entry `index - 1`; 43 × `A` before the first. */
  readonly previous: string
  /** Hash of the entry at `index` with its lowest set bit cleared. */
  readonly skip: string
}

/** `typ` of the head of the chain, which stays published for a year. */
export const CHAIN_HEAD_TYPE = 'nansha-log-head+jwt'

export interface ChainHead {
  /** Index of the newest entry; 0 for an empty chain. */
  readonly size: number
  /** Hash of that entry, which by its links vouches for every entry before it. */
  readonly hash: string
}

/** Stands for "no entry": 32 zero bytes. */
const NO_ENTRY = 'A'.repeat(43)

/**
 * Makes the chain anew from entries of the tree, so that whoever kept a head of the chain can tell whether the tree really
 * begins with what was seen then.
 *
 * @returns the entry as the chain had it, and the head after it, for each entry in its order from the first on
 */
export function createChain(): (entry: LogEntry) => { readonly entry: ChainEntry; readonly head: ChainHead } {
  const hashes = [NO_ENTRY]
  return ({ at, event, subject, credential }) => {
    const index = hashes.length
    const entry = {
      index,
      at,
      event,
      subject: encodeBase64url(subject),
      credential: encodeBase64url(credential),
      previous: hashes[index - 1] ?? NO_ENTRY,
      skip: hashes[index - (index & -index)] ?? NO_ENTRY,
    }
    hashes.push(chainHash(entry))
    return { entry, head: { size: index, hash: hashes[index] ?? NO_ENTRY } }
  }
}

/** SHA-256, base64url, over the members as a JSON array in this order. */
function chainHash({ index, at, event, subject, credential, previous, skip }: ChainEntry): string {
  return encodeBase64url(
    sha256(encodeUtf8(JSON.stringify([index, at, event, subject, credential, previous, skip]))),
  )
}
