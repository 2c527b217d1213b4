import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import { freshMemory, type TrustMemory } from '@nansha/shared/trust/open-bundle'
import { TrustList } from '@nansha/shared/trust/trust-list'
import { safeParse } from 'valibot'

/**
 * What a download is checked against. A local build has no pinned roots: it believes those of the first list that it
 * sees, and begins anew when the cloud of this machine was reset and has others, or has another address.
 *
 * @param pinned the roots that the app was built with
 * @param kept what was remembered of the last bundle
 */
export function trustAnchor(
  pinned: readonly EcPublicJwk[] | undefined,
  kept: TrustMemory | undefined,
  { bundle }: TrustBundle,
): TrustMemory {
  if (pinned) return kept ?? freshMemory(pinned)
  const named = rootsNamedIn(bundle)
  const isSame = kept && sameKeys(kept.roots, named) && sameIssuer(kept, bundle)
  return isSame ? kept : freshMemory(named)
}

function rootsNamedIn(bundle: string): readonly EcPublicJwk[] {
  const trustList = decodeJws(bundle)?.payload.trust_list
  const payload = typeof trustList === 'string' ? decodeJws(trustList)?.payload : undefined
  const list = safeParse(TrustList, payload)
  return list.success ? list.output.roots : []
}

function sameIssuer({ iss }: TrustMemory, bundle: string): boolean {
  return iss === null || iss === decodeJws(bundle)?.payload.iss
}

function sameKeys(a: readonly EcPublicJwk[], b: readonly EcPublicJwk[]): boolean {
  return a.length === b.length && a.every(({ x }) => b.some((key) => key.x === x))
}
