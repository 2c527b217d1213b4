import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../encoding/base64url'
import { encodeUtf8 } from '../encoding/utf8'
import type { EcPublicJwk } from './ec-public-jwk'

/** SHA-256 thumbprint of a key, base64url (RFC 7638): the `kid` of every message of this protocol. */
export function keyThumbprint({ crv, kty, x, y }: EcPublicJwk): string {
  return encodeBase64url(sha256(encodeUtf8(JSON.stringify({ crv, kty, x, y }))))
}
