import { createHmac, randomBytes } from 'node:crypto'
import { PSEUDONYM } from '../create-query'
import type { VerifiedAnswer } from '../relying-party'

/** Between the answer and the last question for its claims at the userinfo endpoint. */
const KEPT_MS = 3_600_000
const MOST_KEPT = 10_000

/** Scopes of OpenID Connect, and what each asks of the identity card. `openid` alone asks for a pseudonym and no name. */
export const CLAIMS_OF_SCOPES: Readonly<Record<string, readonly string[]>> = {
  profile: ['name'],
  identity: ['id_number'],
  address: ['address', 'formatted'],
}

/** @returns paths of the claims that a request with these scopes asks a wallet for */
export function claimsFor(scopes: readonly string[]): readonly (readonly string[])[] {
  const asked = scopes.flatMap((scope) => (Object.hasOwn(CLAIMS_OF_SCOPES, scope) ? [scope] : []))
  return [[PSEUDONYM], ...asked.map((scope) => CLAIMS_OF_SCOPES[scope] ?? [])]
}

/**
 * What wallets said, each answer an account of its own to the provider: a site never gets claims that another site, or an earlier
 * sign-in, was shown.
 *
 * @param secret 32 random bytes from which `sub` is derived; with another secret every visitor is a stranger
 */
export function createSignIns(secret: Uint8Array, now: () => number) {
  const kept = new Map<
    string,
    { readonly claims: Readonly<Record<string, unknown>>; readonly until: number }
  >()
  return {
    /** @returns the name of the account */
    keep({ claims }: VerifiedAnswer): string {
      for (const [id, { until }] of kept) if (until < now() || kept.size >= MOST_KEPT) kept.delete(id)
      const id = `${String(claims[PSEUDONYM])}.${randomBytes(16).toString('base64url')}`
      kept.set(id, { claims, until: now() + KEPT_MS })
      return id
    },

    /** @returns the claims of OpenID Connect, `undefined` once they were forgotten */
    claimsOf(id: string) {
      const found = kept.get(id)
      if (!found || found.until < now()) return undefined
      const { name, id_number, address, assurance, amr, auth_time } = found.claims
      return {
        sub: id,
        acr: acrOf(String(assurance)),
        amr: Array.isArray(amr) ? amr.map(String) : [],
        auth_time: Number(auth_time),
        name,
        id_number,
        ...(hasFormatted(address) && { address: { formatted: address.formatted } }),
      }
    },

    /** `sub` of whoever signed in, another at each sector (OpenID Connect Core 1.0 §8.1). */
    subjectOf: (id: string, sector: string): string =>
      createHmac('sha256', secret)
        .update(JSON.stringify([sector, id.slice(0, id.lastIndexOf('.'))]))
        .digest('base64url'),
  }
}

/** @param assurance how strongly the identity was verified when it was issued. @returns `acr` */
export function acrOf(assurance: string): string {
  return `urn:nansha:assurance:${assurance}`
}

function hasFormatted(address: unknown): address is { readonly formatted: string } {
  return typeof address === 'object' && address !== null && 'formatted' in address
}
