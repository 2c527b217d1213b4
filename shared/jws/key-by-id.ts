import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { keyThumbprint } from '../keys/key-thumbprint'
import type { DecodedJws } from './decode-jws'

/** Thumbprints of keys seen: a list's keys are asked for at every message. */
const thumbprints = new WeakMap<EcPublicJwk, string>()

/** Finds the key that a JWS names by `kid` among those that its reader trusts (RFC 7515 §4.1.4). */
export function keyById(keys: readonly EcPublicJwk[]): (jws: DecodedJws) => EcPublicJwk | undefined {
  return ({ header }) => keys.find((key) => thumbprintOf(key) === header.kid)
}

/** `kid` of each key. */
export function keyIds(keys: readonly EcPublicJwk[]): string[] {
  return keys.map(thumbprintOf)
}

/** Names a key among the few of one issuer in three bytes: the first four characters of its `kid`. */
export function keyHintOf(kid: string): string {
  return kid.slice(0, 4)
}

function thumbprintOf(key: EcPublicJwk): string {
  const known = thumbprints.get(key)
  if (known !== undefined) return known
  const thumbprint = keyThumbprint(key)
  thumbprints.set(key, thumbprint)
  return thumbprint
}
