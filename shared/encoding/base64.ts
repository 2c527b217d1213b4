import { decodeBase64url, encodeBase64url } from './base64url'

/** How much padding ends a text, by its length without it. */
const PADDING = ['', undefined, '==', '='] as const

/**
 * Decodes the one text that {@link encodeBase64} writes for some bytes.
 *
 * @param text base64 with padding (RFC 4648 §4)
 * @returns the bytes, `undefined` when it is none
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const padding = text.indexOf('=')
  const body = padding < 0 ? text : text.slice(0, padding)
  if (text.slice(body.length) !== PADDING[body.length % 4] || /[-_]/.test(body)) return undefined
  return decodeBase64url(body.replace(/\+/g, '-').replace(/\//g, '_'))
}

/** @returns base64 with padding, as a data URI takes it */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replace(/-/g, '+').replace(/_/g, '/')
  return text + (PADDING[text.length % 4] ?? '')
}
