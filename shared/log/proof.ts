import { decodeBase64, encodeBase64 } from '../encoding/base64'
import { type Checkpoint, verifyCheckpoint } from './checkpoint'
import { HASH_BYTES } from './hashes'
import type { IssuerLog } from './issuer-log'
import { verifyInclusion } from './verify-inclusion'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** No tree is higher. */
const MOST_HASHES = 63

/** A proof that needs nothing but the log's key (C2SP tlog-proof). */
export interface LogProof {
  /** What the application adds. Nothing vouches for it until the entry that it leads to is proven. */
  readonly extra?: Uint8Array
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed note, as it was served. */
  readonly checkpoint: string
}

export function formatProof({ extra, index, hashes, checkpoint }: LogProof): string {
  const lines = [FIRST_LINE, ...(extra ? [`extra ${encodeBase64(extra)}`] : []), `index ${index}`]
  return [...lines, ...hashes.map(encodeBase64), '', checkpoint].join('\n')
}

/** @returns the parts, none of them believed yet; `undefined` unless {@link formatProof} writes this text for them */
export function parseProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n')
  const [, added, digits = '', encoded = ''] =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/=]+)\n)?index (\d{1,16})((?:\n[A-Za-z0-9+/=]+)*)$/.exec(
      end < 0 ? '' : text.slice(0, end),
    ) ?? []
  const lines = encoded.split('\n').slice(1)
  const hashes = lines.map((line) => decodeBase64(line))
  const extra = added === undefined ? undefined : decodeBase64(added)
  if (digits === '' || hashes.length > MOST_HASHES) return undefined
  if (!hashes.every((hash): hash is Uint8Array => hash?.length === HASH_BYTES)) return undefined
  const checkpoint = text.slice(end + 2)
  const proof: LogProof = { ...(extra && { extra }), index: Number(digits), hashes, checkpoint }
  return formatProof(proof) === text ? proof : undefined
}

/**
 * Checks a proof.
 *
 * @param leafHash of the entry that is to be in the log, made by the reader and not taken from anybody
 * @param log whose checkpoint it must be
 * @returns the checkpoint that vouches for the entry, or `undefined`
 */
export function verifyProof(
  { index, hashes, checkpoint }: LogProof,
  leafHash: Uint8Array,
  log: IssuerLog,
): Checkpoint | undefined {
  const opened = verifyCheckpoint(checkpoint, log)
  if (!opened) return undefined
  return verifyInclusion({ index, leafHash, proof: hashes }, opened) ? opened : undefined
}
