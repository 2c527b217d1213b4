import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from './base64url'
import { encodeUtf8 } from './utf8'

/** SHA-256, base64url. */
export function digestBytes(bytes: Uint8Array): string {
  return encodeBase64url(sha256(bytes))
}

/** SHA-256 of a text in UTF-8, base64url; of ASCII texts this is the digest of RFC 9901 §4.2.3 and §4.3.1. */
export function digestText(text: string): string {
  return digestBytes(encodeUtf8(text))
}
