import { ed25519 } from '@noble/curves/ed25519.js'
import { encodeBase64 } from '../encoding/base64'
import { concatBytes } from '../encoding/bytes'
import { encodeUtf8 } from '../encoding/utf8'
import { keyId, type SignatureType, type VerifierKey } from './verifier-key'
import { cosignedText } from './verify-note'

/** A private key that signs notes under a name. */
export interface NoteSigner {
  readonly key: VerifierKey
  /** 32 bytes (RFC 8032 §5.1.5). */
  readonly seed: Uint8Array
}

export function noteSigner(name: string, type: SignatureType, seed: Uint8Array): NoteSigner {
  return { key: { name, type, publicKey: ed25519.getPublicKey(seed) }, seed }
}

/**
 * Signs a note with each key.
 *
 * @param text ends with a newline, and has no control character but newlines
 * @param at Unix seconds, for cosignatures
 */
export function signNote(text: string, signers: readonly NoteSigner[], at: number): string {
  return `${text}\n${signers.map((signer) => signatureLine(text, signer, at)).join('')}`
}

function signatureLine(text: string, { key, seed }: NoteSigner, at: number): string {
  const isTimed = key.type === 'cosignature'
  const signature = ed25519.sign(encodeUtf8(isTimed ? cosignedText(text, at) : text), seed)
  const bytes = concatBytes(keyId(key), isTimed ? bigEndian64(at) : new Uint8Array(0), signature)
  return `— ${key.name} ${encodeBase64(bytes)}\n`
}

function bigEndian64(number: number): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, at) => Math.floor(number / 256 ** (7 - at)) % 256)
}
