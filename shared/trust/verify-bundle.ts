import * as v from 'valibot'
import { digestText } from '../encoding/digest'
import { NanshaError } from '../errors'
import { decodeJws } from '../jws/decode-jws'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { statusListAt } from '../status/status-list'
import { type StatusList, verifyStatusList } from '../status/verify-status-list'
import { BUNDLE_TYPE, Bundle, type TrustBundle as BundleAnswer, type Licence } from './bundle'
import { issuerByUrl, type TrustList } from './trust-list'
import { verifyTrustList } from './verify-trust-list'

/** What a companion must never forget, or yesterday's data could be played to it. Keep it beside the bundle. */
export interface TrustMemory {
  readonly roots: readonly EcPublicJwk[]
  /** Whose bundles this companion takes: `iss` of the first one that it opened; null before. */
  readonly iss: string | null
  /** Number of the newest trust list seen; 0 before the first. */
  readonly sequence: number
  /** `iat` of the newest bundle seen, Unix seconds: time was at least this. */
  readonly signedTime: number
  /** `iat` of the newest list seen at each address. */
  readonly listTimes: Readonly<Record<string, number>>
}

/** A bundle that was checked, and what to remember of it. */
export interface VerifiedBundle {
  /** Whose it is: the issuer of this companion's deployment. */
  readonly iss: string
  /** Unix seconds; show its age. */
  readonly iat: number
  readonly exp: number
  readonly trust: TrustList
  readonly licence: Licence
  readonly statusLists: ReadonlyMap<string, StatusList>
  readonly memory: TrustMemory
}

/** @param roots the public keys that the companion was built with */
export function freshMemory(roots: readonly EcPublicJwk[]): TrustMemory {
  return { iss: null, roots, sequence: 0, signedTime: 0, listTimes: {} }
}

/**
 * Checks a bundle, just downloaded or kept: the roots' signature on the trust list, a listed desk key's on the bundle,
 * each status list's, that all belong together and to the issuer of the bundles before, as long as the roots list it, and that
 * nothing is older than what was seen before.
 *
 * @param now Unix seconds, of `signedNow`
 * @throws NanshaError TRUST_OUTDATED when any part has expired, TRUST_INVALID otherwise
 */
export async function verifyBundle(
  { bundle, statusLists }: BundleAnswer,
  memory: TrustMemory,
  now: number,
  verifySignature: VerifySignature,
): Promise<VerifiedBundle> {
  const unverified = v.safeParse(Bundle, decodeJws(bundle)?.payload)
  if (!unverified.success) throw new NanshaError('TRUST_INVALID')
  const trust = await verifyTrustList(unverified.output.trust_list, memory, now, verifySignature)
  const { iss } = unverified.output
  if (iss !== memory.iss && issuerByUrl(trust, memory.iss)) throw new NanshaError('TRUST_INVALID')
  const issuer = issuerByUrl(trust, iss)
  const profile = {
    typ: BUNDLE_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 300, after: 'exp' },
    key: keyById(issuer?.deskKeys ?? []),
    refusal: refuseAs('TRUST_INVALID', { TOO_LATE: 'TRUST_OUTDATED' }),
  } as const
  const { payload } = await verifyJws(bundle, profile, now, verifySignature)
  const { iat, exp, licence, status_lists } = v.parse(Bundle, payload)
  if (!issuer || iat < memory.signedTime) throw new NanshaError('TRUST_INVALID')

  const tokens = new Map(statusLists.map((text) => [digestText(text), text]))
  const lists = new Map<string, StatusList>()
  for (const [uri, digest] of Object.entries(status_lists)) {
    const token = tokens.get(digest)
    if (!token || statusListAt(issuer.iss, uri) === undefined) throw new NanshaError('TRUST_INVALID')
    const expected = { uri, keys: issuer.keys, notBefore: memory.listTimes[uri] ?? 0 }
    lists.set(uri, await verifyStatusList(token, expected, now, verifySignature))
  }
  const listTimes = {
    ...memory.listTimes,
    ...Object.fromEntries([...lists].map(([uri, list]) => [uri, list.iat])),
  }
  const { roots, sequence } = trust
  return {
    iss,
    iat,
    exp,
    trust,
    licence,
    statusLists: lists,
    memory: { iss, roots, sequence, signedTime: iat, listTimes },
  }
}
