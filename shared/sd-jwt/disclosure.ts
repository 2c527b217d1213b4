import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'

/**
 * Makes the disclosure of an object member (RFC 9901 §4.2.1).
 *
 * @param salt 16 random bytes
 */
export function createDisclosure(salt: Uint8Array, name: string, value: unknown): string {
  return encodeBase64url(encodeUtf8(JSON.stringify([encodeBase64url(salt), name, value])))
}

/** SHA-256 of an ASCII text, base64url: of a disclosure for `_sd` (RFC 9901 §4.2.3), of a presentation for `sd_hash` (§4.3.1). */
export function sdDigest(text: string): string {
  return encodeBase64url(sha256(encodeUtf8(text)))
}
