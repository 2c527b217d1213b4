import { decodeBase64url } from '../encoding/base64url'
import { parseJsonObject } from '../encoding/parse-json'
import { encodeUtf8 } from '../encoding/utf8'

/** A compact JWS taken apart and not yet believed. */
export interface DecodedJws {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
  /** The bytes that the signature is over. */
  readonly signingInput: Uint8Array
  readonly signature: Uint8Array
}

const LARGEST_TEXT = 65_536

/**
 * Takes apart a compact JWS (RFC 7515 §3.1) whose payload is a JSON object.
 *
 * @returns `undefined` for anything that is not exactly that, in canonical base64url and unambiguous JSON
 */
export function decodeJws(jws: string): DecodedJws | undefined {
  if (jws.length > LARGEST_TEXT) return undefined
  const [protectedHeader, payloadText, signatureText, ...more] = jws.split('.')
  if (!protectedHeader || !payloadText || !signatureText || more.length > 0) return undefined
  const header = decodeObject(protectedHeader)
  const payload = decodeObject(payloadText)
  const signature = decodeBase64url(signatureText)
  if (!header || !payload || !signature) return undefined
  return { header, payload, signingInput: encodeUtf8(`${protectedHeader}.${payloadText}`), signature }
}

function decodeObject(text: string): Record<string, unknown> | undefined {
  const bytes = decodeBase64url(text)
  return bytes && parseJsonObject(bytes, LARGEST_TEXT)
}
