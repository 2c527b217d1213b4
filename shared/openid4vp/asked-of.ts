import { vctOf } from '../credential-types'
import type { DcqlQuery } from '../dcql/dcql-query'
import { matchQuery } from '../dcql/match-query'
import { NanshaError } from '../errors'
import { isAtOrBelow } from '../sd-jwt/select-disclosures'
import type { Purpose } from './purpose'
import type { Registration } from './registration'
import { namedPurpose } from './request-object'
import type { VerifiedRequest } from './verify-request'

/** Format of SD-JWT VC in DCQL (OpenID4VP 1.0, Appendix B.3). */
export const SD_JWT_FORMAT = 'dc+sd-jwt'

/** A pseudonym that the issuer makes for one relying party: the same each time, and another for every other. */
export const PAIRWISE = 'pairwise_id'

/** What is asked of one credential, and why: what the citizen decides on. */
export interface Asked {
  readonly purpose: Purpose
  /** The id in the DCQL query under which the answer stands. */
  readonly credentialId: string
  /** Disclosed by every answer. */
  readonly required: readonly Path[]
  /** Disclosed if the citizen chooses them. */
  readonly optional: readonly Path[]
  /** The sets of claims among which the answer must be, the smallest first. */
  readonly sets: readonly (readonly Path[])[]
}

export type Path = readonly string[]

/** The credential that answers, and every claim of it that could be disclosed. */
export interface Answering {
  readonly issuer: string
  readonly claims: Readonly<Record<string, unknown>>
  readonly paths: readonly Path[]
}

/**
 * Works out what a request would have the citizen disclose, and refuses what goes beyond the registered purpose: as a whole,
 * so that asking for more is not worth a try.
 *
 * @throws NanshaError PORTAL_UNREGISTERED for a purpose that is not registered, PORTAL_OVERASKS with `claims`,
 *   PORTAL_UNSATISFIABLE for a query that this credential does not answer
 */
export function askedOf(
  { request, transactions }: VerifiedRequest,
  { registrant }: Registration,
  { issuer, claims, paths }: Answering,
): Asked {
  const unregistered = askedBeyond(request.dcql_query, registrant.purposes)
  if (unregistered.length > 0)
    throw new NanshaError('PORTAL_OVERASKS', { claims: unregistered.map(pathName).join(',') })
  const held = { format: SD_JWT_FORMAT, vct: vctOf(issuer, 'resident-id'), claims }
  const matched = matchQuery(request.dcql_query, held)
  if (!matched) throw new NanshaError('PORTAL_UNSATISFIABLE')
  const sets = matched.sets
    .map((set) => paths.filter((path) => set.some((asked) => isAtOrBelow(path, asked))))
    .sort((one, other) => one.length - other.length)
  const all = paths.filter((path) => sets.some((set) => set.includes(path)))
  const purpose = findPurpose(registrant.purposes, namedPurpose(request), all)
  const over = all.filter((path) => !covers(purpose, path))
  if (over.length > 0) throw new NanshaError('PORTAL_OVERASKS', { claims: over.map(pathName).join(',') })
  const isOurs = transactions.every(
    ({ type, credential_ids }) =>
      purpose.transactions.includes(type) && credential_ids.includes(matched.credentialId),
  )
  if (!isOurs) throw new NanshaError('PORTAL_OVERASKS', { claims: 'transaction_data' })
  const required = all.filter((path) => sets.every((set) => set.includes(path)))
  const optional = all.filter((path) => !required.includes(path))
  return { purpose, credentialId: matched.credentialId, required, optional, sets }
}

/** @returns the largest set of claims that holds nothing beyond what the citizen chose */
export function chosenSet({ sets, required }: Asked, chosen: readonly Path[]): readonly Path[] {
  const isAllowed = (path: Path) => [...required, ...chosen].some((one) => pathName(one) === pathName(path))
  return sets.filter((set) => set.every(isAllowed)).at(-1) ?? []
}

/** `address.formatted`: how a claim is called in texts and in a history. */
export function pathName(path: Path): string {
  return path.join('.')
}

/**
 * The claims of a query that no purpose covers. Also what no credential has is among them: a query must not probe for what it may
 * not have. It depends on nothing that is in a credential.
 */
export function askedBeyond(query: DcqlQuery, purposes: readonly Purpose[]): readonly Path[] {
  const asked = query.credentials.flatMap(({ claims = [] }) => claims.map(({ path }) => path.map(String)))
  const registered = purposes.flatMap(({ claims }) => claims)
  return asked.filter((path) => !registered.some((one) => isAtOrBelow(path, one) || isAtOrBelow(one, path)))
}

function findPurpose(
  purposes: readonly Purpose[],
  named: string | undefined,
  paths: readonly Path[],
): Purpose {
  const fitting = purposes.find((purpose) => paths.every((path) => covers(purpose, path)))
  const purpose = named === undefined ? (fitting ?? purposes[0]) : purposes.find(({ id }) => id === named)
  if (!purpose) throw new NanshaError('PORTAL_UNREGISTERED')
  return purpose
}

function covers({ claims }: Purpose, path: Path): boolean {
  return claims.some((registered) => isAtOrBelow(path, registered))
}
