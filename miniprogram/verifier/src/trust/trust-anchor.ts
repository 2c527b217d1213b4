import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { anchorFrom } from '@nansha/shared/trust/pinned-anchor'
import { freshMemory, type TrustMemory } from '@nansha/shared/trust/verify-bundle'
import type { KeptTrust } from './kept-trust'

/**
 * What a bundle is checked against.
 *
 * @param pinned the roots that the app was built with
 * @param kept what was remembered of the last bundle
 */
export function trustAnchor(
  pinned: readonly EcPublicJwk[],
  kept: KeptTrust['memory'] | undefined,
): TrustMemory {
  return { ...freshMemory(pinned), ...kept, ...anchorFrom(pinned, kept) }
}
