import { digestText } from '../encoding/digest'
import type { EcPublicJwk } from './ec-public-jwk'

/** SHA-256 thumbprint of a key, base64url (RFC 7638): the `kid` of every message of this protocol. */
export function keyThumbprint({ crv, kty, x, y }: EcPublicJwk): string {
  return digestText(JSON.stringify({ crv, kty, x, y }))
}
