import { ECDH, webcrypto } from 'node:crypto'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { type ExpandY, rememberPoints } from '@nansha/shared/keys/compress-key'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { importJWK } from 'jose'

/** Imported keys, newest last: importing costs about as much as verifying. */
const KEEP = 1_000

/** {@link VerifySignature} on WebCrypto, for the cloud. */
export function createWebCryptoVerifier(): VerifySignature {
  const imported = new Map<string, Promise<webcrypto.CryptoKey>>()
  const verify: VerifySignature = async (jwk, message, signature) => {
    if (signature.length !== 64) return false
    try {
      const key = await keyOf(jwk, imported)
      return await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, message)
    } catch {
      return false // not a point of the curve
    }
  }
  return Object.assign(verify, { expandY: rememberPoints(expandYWithOpenSsl) })
}

/** A third of what @noble takes. */
const expandYWithOpenSsl: ExpandY = (x, parity) => {
  const compressed = Buffer.concat([Buffer.of(2 + Number(parity)), Buffer.from(x, 'base64url')])
  try {
    const point = ECDH.convertKey(compressed, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
    return point.toString('base64url', 33)
  } catch {
    return undefined // no point at x
  }
}

function keyOf(jwk: EcPublicJwk, imported: Map<string, Promise<webcrypto.CryptoKey>>) {
  const name = `${jwk.x}.${jwk.y}`
  const known = imported.get(name)
  if (known) return known
  const oldest = imported.size >= KEEP ? imported.keys().next().value : undefined
  if (oldest !== undefined) imported.delete(oldest)
  const key = importJWK(jwk, 'ES256') as Promise<webcrypto.CryptoKey>
  imported.set(name, key)
  return key
}
