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
