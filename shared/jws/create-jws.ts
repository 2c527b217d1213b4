import { p256 } from '@noble/curves/nist.js'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'

/** Signs bytes with ES256, deterministically (RFC 6979). @returns `r ‖ s`, 64 bytes */
export function signWithNoble(privateKey: string, message: Uint8Array): Uint8Array {
  const secret = decodeBase64url(privateKey)
  if (secret?.length !== 32) throw new RangeError('A private key is 32 bytes in base64url.')
  return p256.sign(message, secret, { lowS: false })
}

/**
 * Makes a compact JWS (RFC 7515 §3.1) with the key of this phone.
 *
 * @param privateKey 32 bytes, base64url
 * @param header all but `alg`, which is ES256
 */
export function createJws(
  privateKey: string,
  header: { readonly typ: string; readonly [name: string]: unknown },
  payload: object,
): string {
  const input = `${encodeJson({ alg: 'ES256', ...header })}.${encodeJson(payload)}`
  return `${input}.${encodeBase64url(signWithNoble(privateKey, encodeUtf8(input)))}`
}

function encodeJson(value: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)))
}
