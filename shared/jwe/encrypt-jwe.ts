import { gcm } from '@noble/ciphers/aes.js'
import { p256 } from '@noble/curves/nist.js'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { encodeUtf8 } from '../encoding/utf8'
import { createHolderKey } from '../keys/create-holder-key'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { concatKdf } from './concat-kdf'

/** `enc` values that an answer may be encrypted with (OpenID4VC HAIP 1.0 §5), and the bits of their keys. */
export const CONTENT_KEY_BITS = { A256GCM: 256, A128GCM: 128 } as const
export type ContentEncryption = keyof typeof CONTENT_KEY_BITS

/** Whom a JWE is for. */
export interface JweRecipient {
  readonly publicJwk: EcPublicJwk
  readonly kid: string | undefined
  readonly enc: ContentEncryption
}

/**
 * Encrypts JSON to a key of P-256: compact JWE, `ECDH-ES` in Direct Key Agreement mode with AES-GCM (RFC 7516 §3.1, RFC 7518 §4.6
 * and §5.3), as `direct_post.jwt` asks for (OpenID4VP 1.0 §8.3).
 *
 * @param random 60 random bytes: 48 for the ephemeral key, 12 for the initialisation vector
 * @throws RangeError for a key that is no point of the curve, and for randomness of another length
 */
export function encryptJwe(
  { publicJwk, kid, enc }: JweRecipient,
  payload: object,
  random: Uint8Array,
): string {
  if (random.length !== 60) throw new RangeError(`Encrypting needs 60 random bytes, not ${random.length}.`)
  const ephemeral = createHolderKey(random.slice(0, 48))
  const { kty, crv, x, y } = ephemeral.publicJwk
  const header = { alg: 'ECDH-ES', enc, ...(kid !== undefined && { kid }), epk: { kty, crv, x, y } }
  const protectedHeader = encodeBase64url(encodeUtf8(JSON.stringify(header)))
  const key = concatKdf(agree(ephemeral.privateKey, publicJwk), enc, CONTENT_KEY_BITS[enc])
  const iv = random.slice(48)
  const sealed = gcm(key, iv, encodeUtf8(protectedHeader)).encrypt(encodeUtf8(JSON.stringify(payload)))
  const parts = [iv, sealed.slice(0, -16), sealed.slice(-16)].map(encodeBase64url)
  return [protectedHeader, '', ...parts].join('.')
}

/** @returns the shared x-coordinate, 32 bytes */
function agree(privateKey: string, { x, y }: EcPublicJwk): Uint8Array {
  const secret = decodeBase64url(privateKey)
  const [xBytes, yBytes] = [decodeBase64url(x), decodeBase64url(y)]
  if (!secret || !xBytes || !yBytes) throw new RangeError('A key is base64url.')
  try {
    return p256.getSharedSecret(secret, concatBytes(Uint8Array.of(4), xBytes, yBytes), true).slice(1)
  } catch {
    throw new RangeError('The key is no point of the curve P-256.')
  }
}
