import * as v from 'valibot'
import { NanshaError } from '../errors'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { TRUST_LIST_TYPE, TrustList } from './trust-list'

/** What a verifier knows before it sees a list: the pinned roots at first, afterwards what the last list said. */
export interface TrustAnchor {
  readonly roots: readonly EcPublicJwk[]
  /** Number of the newest list seen; 0 before the first. */
  readonly sequence: number
}

/**
 * Checks a trust list. The same one may be read again; an older one may not. It must name the root that signed it, or
 * it could not be read again from itself: a root is replaced by a list that the other one signs.
 *
 * @param now Unix seconds
 * @returns the list; keep `{ roots, sequence }` of it as the next anchor
 * @throws NanshaError TRUST_OUTDATED when it has expired, TRUST_INVALID otherwise
 */
export async function verifyTrustList(
  jws: string,
  anchor: TrustAnchor,
  now: number,
  verifySignature: VerifySignature,
): Promise<TrustList> {
  const profile = {
    typ: TRUST_LIST_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 300, after: 'exp' },
    key: keyById(anchor.roots),
    refusal: refuseAs('TRUST_INVALID', { TOO_LATE: 'TRUST_OUTDATED' }),
  } as const
  const verified = await verifyJws(jws, profile, now, verifySignature)
  const list = v.safeParse(TrustList, verified.payload)
  if (!list.success || list.output.sequence < anchor.sequence) throw new NanshaError('TRUST_INVALID')
  if (!keyById(list.output.roots)(verified)) throw new NanshaError('TRUST_INVALID')
  return list.output
}
