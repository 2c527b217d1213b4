import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { stapleProof, verifyStapledProof } from '@nansha/shared/log/stapled-proof'
import { readNodesOfTiles } from '@nansha/shared/log/tile'
import { proveInclusion } from '@nansha/shared/log/tree'
import type { KeptLog } from './kept-log'
import type { ScanPorts } from './scan-log'

/**
 * Makes the proof that the credential on this phone is in the log, once it is there, and keeps it.
 *
 * @param jws the issuer-signed part of the credential
 * @returns what is to be kept: the same, when there is a proof already, no entry yet, or none could be made now
 */
export async function stapleLogProof(
  { source, log, credential }: ScanPorts,
  kept: KeptLog,
  jws: string,
): Promise<KeptLog> {
  const own = kept.found.find((entry) => entry.credential === credential)
  const [subject, fingerprint] = [decodeBase64url(own?.subject ?? ''), decodeBase64url(credential)]
  if (!own || !subject || !fingerprint || kept.staple?.credential === credential) return kept
  const { event, at, index } = own
  const read = readNodesOfTiles(kept.size, source.fetchTile)
  const hashes = await proveInclusion(read, index, kept.size).catch(() => undefined)
  if (!hashes) return kept
  const entry = { event, at, subject, credential: fingerprint }
  const proof = stapleProof(entry, { index, hashes, checkpoint: kept.note })
  return verifyStapledProof(proof, jws, log) ? { ...kept, staple: { credential, proof } } : kept
}
