import * as v from 'valibot'

const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))
const pathPart = v.union([
  v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  v.null(),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
])
const list = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most))

const ClaimQuery = v.object({
  id: v.optional(identifier),
  path: list(pathPart, 8),
  values: v.optional(list(v.union([v.pipe(v.string(), v.maxLength(500)), v.number(), v.boolean()]), 32)),
})

/** A query for one credential (OpenID4VP 1.0 §6.1); members that nobody here knows are ignored. */
export const CredentialQuery = v.pipe(
  v.object({
    id: identifier,
    format: v.pipe(v.string(), v.maxLength(40)),
    multiple: v.optional(v.boolean(), false),
    meta: v.optional(
      v.looseObject({ vct_values: v.optional(list(v.pipe(v.string(), v.maxLength(400)), 16)) }),
      {},
    ),
    trusted_authorities: v.optional(list(v.unknown(), 16)),
    require_cryptographic_holder_binding: v.optional(v.boolean(), true),
    claims: v.optional(list(ClaimQuery, 32)),
    claim_sets: v.optional(list(list(identifier, 32), 64)),
  }),
  v.check(
    ({ claims, claim_sets }) => claim_sets === undefined || namesEach(claims ?? [], claim_sets),
    'claim_sets',
  ),
)
export type CredentialQuery = v.InferOutput<typeof CredentialQuery>
export type ClaimPath = v.InferOutput<typeof ClaimQuery>['path']

/** A query of the Digital Credentials Query Language (OpenID4VP 1.0 §6). */
export const DcqlQuery = v.pipe(
  v.object({
    credentials: list(CredentialQuery, 16),
    credential_sets: v.optional(
      list(
        v.object({ options: list(list(identifier, 16), 16), required: v.optional(v.boolean(), true) }),
        16,
      ),
    ),
  }),
  v.check(({ credentials }) => isUnique(credentials.map(({ id }) => id)), 'two credentials with one id'),
  v.check(
    ({ credentials, credential_sets = [] }) =>
      credential_sets.every(({ options }) =>
        options.every((ids) => ids.every((id) => credentials.some((query) => query.id === id))),
      ),
    'credential_sets that name what is not there',
  ),
)
export type DcqlQuery = v.InferOutput<typeof DcqlQuery>

/** Sets name claims by `id`, which each then must have, once (§6.3). */
function namesEach(
  claims: readonly { readonly id?: string | undefined }[],
  sets: readonly (readonly string[])[],
): boolean {
  const ids = claims.map(({ id }) => id)
  return (
    ids.every((id) => id !== undefined) &&
    isUnique(ids) &&
    sets.every((set) => set.every((id) => ids.includes(id)))
  )
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
