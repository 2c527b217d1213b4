import { keyIds } from '../jws/key-by-id'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import type { TrustAnchor } from './verify-trust-list'

/** What a device keeps of the newest list that it believed. */
export interface KeptAnchor extends TrustAnchor {
  /** RFC 7638 thumbprints of the roots that the app had pinned when it kept this. */
  readonly pinned: readonly string[]
}

/**
 * What the next list is checked against. Other roots than the pinned ones are believed only after a list that one of those before
 * them signed. An update of the app that pins others begins again from these, and still takes no older list.
 *
 * @param pinned the public keys of the roots that the app was built with
 */
export function anchorFrom(pinned: readonly EcPublicJwk[], kept: KeptAnchor | undefined): TrustAnchor {
  if (!kept) return { roots: pinned, sequence: 0 }
  const names = keyIds(pinned)
  const isOfThisBuild =
    kept.pinned.length === names.length && names.every((name) => kept.pinned.includes(name))
  return { roots: isOfThisBuild ? kept.roots : pinned, sequence: kept.sequence }
}
