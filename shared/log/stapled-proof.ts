import { sha256 } from '@noble/hashes/sha2.js'
import { encodeUtf8 } from '../encoding/utf8'
import type { Checkpoint } from './checkpoint'
import { decodeEntry, encodeEntry, type LogEntry } from './entry'
import { hashLeaf, isSameHash } from './hashes'
import type { IssuerLog } from './issuer-log'
import { formatProof, type LogProof, parseProof, verifyProof } from './proof'

/**
 * What a wallet keeps beside its credential, to show that it was issued in the open: a tlog-proof whose extra data is the
 * entry. It names the holder's subject in the log, so it goes only where the number itself is shown.
 */
export function stapleProof(entry: LogEntry, proof: Omit<LogProof, 'extra'>): string {
  return formatProof({ ...proof, extra: encodeEntry(entry) })
}

/** A credential that its issuer's log has. */
export interface Logged {
  readonly entry: LogEntry
  readonly checkpoint: Checkpoint
}

/**
 * Checks that a credential is in the log of its issuer.
 *
 * @param text of {@link stapleProof}
 * @param jws the issuer-signed part of the credential
 * @param log of the issuer that the reader trusts
 * @returns `undefined` when the proof is of another credential, of another log, or none
 */
export function verifyStapledProof(text: string, jws: string, log: IssuerLog): Logged | undefined {
  const proof = parseProof(text)
  const entry = proof?.extra && decodeEntry(proof.extra)
  if (!proof || !entry || !isSameHash(entry.credential, credentialFingerprint(jws))) return undefined
  const checkpoint = verifyProof(proof, hashLeaf(encodeEntry(entry)), log)
  return checkpoint && { entry, checkpoint }
}

/** SHA-256 of the issuer-signed JWS: what an entry names a credential by. */
export function credentialFingerprint(jws: string): Uint8Array {
  return sha256(encodeUtf8(jws))
}
