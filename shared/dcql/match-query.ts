import type { ClaimPath, CredentialQuery, DcqlQuery } from './dcql-query'

/** The credential that a wallet can answer with. */
export interface HeldForQuery {
  readonly format: string
  readonly vct: string
  /** With every claim in its place. */
  readonly claims: Readonly<Record<string, unknown>>
}

/** What a query asks of the one credential that answers it. */
export interface MatchedQuery {
  readonly credentialId: string
  /** Ways to answer, the asker's favourite first: each a set of claims that are all there and to be disclosed together. */
  readonly sets: readonly (readonly ClaimPath[])[]
}

/**
 * Finds how one credential answers a query (OpenID4VP 1.0 §6.4). A query that can only be answered with two presentations,
 * or with a credential that is not held, is not answered in part.
 */
export function matchQuery(query: DcqlQuery, held: HeldForQuery): MatchedQuery | undefined {
  const matched = new Map(
    query.credentials.flatMap((one) => {
      const sets = satisfiedSets(one, held)
      return sets.length > 0 ? [[one.id, { credentialId: one.id, sets }] as const] : []
    }),
  )
  const required = (
    query.credential_sets ?? [{ options: [query.credentials.map(({ id }) => id)], required: true }]
  )
    .filter((set) => set.required)
    .map(({ options }) => options.filter((ids) => ids.length === 1).map(([id]) => id ?? ''))
  const [first = []] = required
  const id = first.find((one) => matched.has(one) && required.every((ids) => ids.includes(one)))
  return id === undefined ? undefined : matched.get(id)
}

function satisfiedSets(query: CredentialQuery, held: HeldForQuery): ClaimPath[][] {
  const { format, meta, trusted_authorities, require_cryptographic_holder_binding: isBound } = query
  const isOfType = format === held.format && meta.vct_values?.includes(held.vct)
  // Authorities are named in ways that this wallet does not read, and every answer proves its key.
  if (!isOfType || trusted_authorities !== undefined || !isBound) return []
  const claims = query.claims ?? []
  const sets = query.claim_sets?.map((ids) => claims.filter(({ id }) => id !== undefined && ids.includes(id)))
  return (sets ?? [claims])
    .filter((set) => set.every(({ path, values }) => isThere(held.claims, path, values)))
    .map((set) => set.map(({ path }) => path))
}

function isThere(
  claims: HeldForQuery['claims'],
  path: ClaimPath,
  values: readonly unknown[] | undefined,
): boolean {
  const found = path.reduce<unknown[]>((at, part) => at.flatMap((value) => step(value, part)), [claims])
  return found.length > 0 && (values === undefined || found.some((value) => values.includes(value)))
}

/** One step of a claims path (§7.1): a name, a place in an array, or, for null, all of an array. */
function step(value: unknown, part: ClaimPath[number]): unknown[] {
  if (Array.isArray(value)) {
    if (part === null) return value
    return typeof part === 'number' && part < value.length ? [value[part]] : []
  }
  if (typeof value !== 'object' || value === null || typeof part !== 'string') return []
  return Object.hasOwn(value, part) ? [(value as Record<string, unknown>)[part]] : []
}
