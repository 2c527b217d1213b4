import { type ChildClaims, GuardedChild } from '@nansha/shared/children/child-card'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import type { HeldChild } from './held-children'
import { parseOwnClaims } from './read-identity'

const { portrait: _, ...CLAIMS } = GuardedChild.entries
const Credential = v.object({
  ...CLAIMS,
  address: v.optional(v.object({ formatted: v.string() })),
  iat: v.number(),
  exp: v.number(),
  cnf: v.object({ jwk: EcPublicJwk }),
})

/** A child's card as the guardian's own phone shows it. */
export interface ShownChild {
  readonly place: number
  readonly claims: ChildClaims
  /** WebP, base64. */
  readonly portrait: string
  /** Unix seconds at which the register said so. */
  readonly askedAt: number
  /** Unix seconds; nothing is shown with it from then on. */
  readonly expiresAt: number
}

/**
 * Reads a child's card for display, as `readIdentity` does the identity.
 *
 * @param key of the identity on this phone; a card of another key is none
 * @returns `undefined` for anything else
 */
export function readChild(
  { place, credential, portrait }: HeldChild,
  key: EcPublicJwk,
): ShownChild | undefined {
  const read = v.safeParse(Credential, parseOwnClaims(credential))
  if (!read.success || read.output.cnf.jwk.x !== key.x) return undefined
  const { iat, exp, cnf: _cnf, address, ethnicity, ...rest } = read.output
  const claims = {
    ...rest,
    ...(ethnicity !== undefined && { ethnicity }),
    ...(address && { address: address.formatted }),
  }
  return { place, claims, portrait, askedAt: iat, expiresAt: exp }
}
