import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { keyThumbprint } from '../keys/key-thumbprint'
import type { DecodedJws } from './decode-jws'

/** Finds the key that a JWS names by `kid` among those that its reader trusts (RFC 7515 §4.1.4). */
export function keyById(keys: readonly EcPublicJwk[]): (jws: DecodedJws) => EcPublicJwk | undefined {
  return ({ header }) => keys.find((key) => keyThumbprint(key) === header.kid)
}
