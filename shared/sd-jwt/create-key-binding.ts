import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { sdDigest } from './disclosure'

/** `typ` of a KB-JWT (RFC 9901 §4.3). */
export const KEY_BINDING_TYPE = 'kb+jwt'

/**
 * Presents an SD-JWT with proof of its key (RFC 9901 §4.3).
 *
 * @param sdJwt with the disclosures to show and a tilde at the end
 * @param binding.issuedAt Unix seconds, corrected to the server's clock
 * @returns SD-JWT+KB
 */
export function bindToKey(
  sdJwt: string,
  binding: {
    readonly key: HolderKey
    readonly audience: string
    readonly nonce: string
    readonly issuedAt: number
  },
): string {
  const payload = {
    iat: binding.issuedAt,
    aud: binding.audience,
    nonce: binding.nonce,
    sd_hash: sdDigest(sdJwt),
  }
  return sdJwt + createJws(binding.key.privateKey, { typ: KEY_BINDING_TYPE }, payload)
}
