import { p256 } from '@noble/curves/nist.js'
import { decodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import type { VerifySignature } from './verify-signature'

/** {@link VerifySignature} in plain JavaScript, for the mini-programs. */
export const verifyWithNoble: VerifySignature = (key, message, signature) => {
  const x = decodeBase64url(key.x)
  const y = decodeBase64url(key.y)
  if (x?.length !== 32 || y?.length !== 32 || signature.length !== 64) return false
  // JWS knows no low-s rule: WebCrypto and jose sign and accept both halves. A point off the curve, and an r or s out of
  // range, are false and not thrown.
  return p256.verify(signature, message, concatBytes(Uint8Array.of(4), x, y), { lowS: false })
}
