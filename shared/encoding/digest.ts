import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from './base64url'
import { encodeUtf8 } from './utf8'

/** SHA-256, base64url. */
export function digestBytes(bytes: Uint8Array): string {
  return encodeBase64url(sha256(bytes))
}

/** SHA-256 of an ASCII text, base64url: of a disclosure for `_sd` (RFC 9901 §4.2.3), of a presentation for `sd_hash` (§4.3.1). */
export function digestText(text: string): string {
  return digestBytes(encodeUtf8(text))
}
