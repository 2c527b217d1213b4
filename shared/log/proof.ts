import { decodeBase64, encodeBase64 } from '../encoding/base64'
import { type Checkpoint, openCheckpoint } from './checkpoint'
import { HASH_BYTES } from './hashes'
import type { VerifierKey } from './verifier-key'
import { verifyInclusion } from './verify-inclusion'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** No tree is higher. */
const MOST_HASHES = 63

/** A proof that needs nothing but the log's key: what a wallet staples to its credential (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed note, as it was served. */
  readonly checkpoint: string
}

export function formatProof({ index, hashes, checkpoint }: LogProof): string {
  return [FIRST_LINE, `index ${index}`, ...hashes.map(encodeBase64), '', checkpoint].join('\n')
}

/** @returns the parts, none of them believed yet; `undefined` for another text. Data of other applications is passed over. */
export function parseProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n')
  if (end < 0) return undefined
  const [first, ...lines] = text.slice(0, end).split('\n')
  if (lines[0] !== undefined && /^extra [A-Za-z0-9+/]+={0,2}$/.test(lines[0])) lines.shift()
  const [, digits] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? []
  const index = digits === undefined ? Number.NaN : Number(digits)
  if (first !== FIRST_LINE || !Number.isSafeInteger(index) || lines.length > MOST_HASHES) return undefined
  const hashes: Uint8Array[] = []
  for (const line of lines) {
    const hash = decodeBase64(line)
    if (hash?.length !== HASH_BYTES || encodeBase64(hash) !== line) return undefined
    hashes.push(hash)
  }
  return { index, hashes, checkpoint: text.slice(end + 2) }
}

/**
 * Checks a proof.
 *
 * @param leafHash of the entry that is to be in the log, made by the reader and not taken from anybody
 * @param log whose checkpoint it must be
 * @returns the checkpoint that vouches for the entry, or `undefined`
 */
export function verifyProof(
  text: string,
  leafHash: Uint8Array,
  log: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): Checkpoint | undefined {
  const proof = parseProof(text)
  const checkpoint = proof && openCheckpoint(proof.checkpoint, log)
  if (!checkpoint) return undefined
  const inclusion = { index: proof.index, leafHash, proof: proof.hashes }
  return verifyInclusion(inclusion, checkpoint) ? checkpoint : undefined
}
