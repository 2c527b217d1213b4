import { p256 } from '@noble/curves/nist.js'
import { encodeBase64url } from '../encoding/base64url'
import type { EcPublicJwk } from './ec-public-jwk'

/** The phone's key: a P-256 pair whose public half the credential names in `cnf`. */
export interface HolderKey {
  /** 32 bytes, base64url. */
  readonly privateKey: string
  readonly publicJwk: EcPublicJwk
}

/**
 * Makes a key from randomness that the platform gave.
 *
 * @param seed 48 random bytes; more than 32, so that reducing them to a scalar favours none (FIPS 186-5 A.2.1)
 * @throws RangeError for a seed of another length
 */
export function createHolderKey(seed: Uint8Array): HolderKey {
  if (seed.length !== 48) throw new RangeError(`A key needs 48 random bytes, not ${seed.length}.`)
  const secret = p256.utils.randomSecretKey(seed)
  return { privateKey: encodeBase64url(secret), publicJwk: publicJwkOf(secret) }
}

/** @param secret 32 bytes */
function publicJwkOf(secret: Uint8Array): EcPublicJwk {
  const point = p256.getPublicKey(secret, false)
  return {
    kty: 'EC',
    crv: 'P-256',
    x: encodeBase64url(point.slice(1, 33)),
    y: encodeBase64url(point.slice(33)),
  }
}
