import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { Refused } from './refused'
import type { AcceptedIssuer } from './relying-party'

/** What a website asks for, see `createQuery`. */
const ASKED_TYPE = 'resident-id'

interface TrustList {
  readonly exp: number
  readonly issuers: readonly {
    readonly iss: string
    /** Of credentials that it may issue. */
    readonly types: readonly string[]
    readonly issuingAuthorities?: readonly string[]
  }[]
}

/**
 * Reads who may issue what a website asks for from the list of issuers, which the deployment serves at `<issuer>/trust-list`.
 *
 * @param roots public keys of the operator's two offline roots, got when the website was registered
 * @param now Unix milliseconds
 * @throws Refused TRUST_INVALID
 */
export async function readTrustList(
  token: string,
  roots: readonly JWK[],
  now: number,
): Promise<readonly AcceptedIssuer[]> {
  try {
    const { kid, typ } = decodeProtectedHeader(token)
    const names = await Promise.all(roots.map((root) => calculateJwkThumbprint(root)))
    const root = roots[names.indexOf(kid ?? '')]
    if (!root || typ !== 'nansha-trust-list+jwt') throw new Refused('TRUST_INVALID')
    const { payload } = await compactVerify(token, await importJWK(root, 'ES256'), { algorithms: ['ES256'] })
    const { exp, issuers } = JSON.parse(Buffer.from(payload).toString('utf8')) as TrustList
    // Written so that an end that is missing or no number fails.
    if (!(typeof exp === 'number' && now < exp * 1000)) throw new Refused('TRUST_INVALID')
    return issuers
      .filter(({ types }) => types.includes(ASKED_TYPE))
      .map(({ iss, issuingAuthorities = [] }) => ({ iss, authorities: issuingAuthorities }))
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('TRUST_INVALID', cause)
  }
}
