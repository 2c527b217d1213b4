import { decodeBase64url, encodeBase64url } from './base64url'

/** @param text base64 with padding (RFC 4648 §4). @returns the bytes, `undefined` when it is none */
export function decodeBase64(text: string): Uint8Array | undefined {
  return decodeBase64url(text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''))
}

/** @returns base64 with padding, as a data URI takes it */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replace(/-/g, '+').replace(/_/g, '/')
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}
