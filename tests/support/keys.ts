import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'

/** A phone key that is the same in every run. @param number 0–255 */
export function holderKey(number = 1): HolderKey {
  return createHolderKey(new Uint8Array(48).fill(number))
}

/** Both back ends: a test that runs over these shows that phone and cloud agree. */
export const BACKENDS = [
  { name: '@noble', verify: verifyWithNoble },
  { name: 'WebCrypto', verify: createWebCryptoVerifier() },
] as const
