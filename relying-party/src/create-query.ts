import type { AcceptedIssuer, Question } from './relying-party'

/** Under which the answer stands in `vp_token`. */
export const QUERY_ID = 'id'
/** The pseudonym: one value for a citizen at one website, another value at every other website. */
export const PSEUDONYM = 'pairwise_id'
const MOST_OPTIONAL = 4

/** Writes a question as DCQL: with optional claims, every combination of them, the fullest first. */
export function createQuery({ claims, optional = [] }: Question, issuers: readonly AcceptedIssuer[]): object {
  if (optional.length > MOST_OPTIONAL)
    throw new RangeError(`At most ${MOST_OPTIONAL} claims can be optional.`)
  const all = [...claims, ...optional].map((path, at) => ({ id: `c${at}`, path }))
  const required = all.slice(0, claims.length).map(({ id }) => id)
  const free = all.slice(claims.length).map(({ id }) => id)
  const sets = subsetsOf(free)
    .sort((one, other) => other.length - one.length)
    .map((chosen) => [...required, ...chosen])
    .filter((set) => set.length > 0)
  return {
    credentials: [
      {
        id: QUERY_ID,
        format: 'dc+sd-jwt',
        meta: { vct_values: issuers.map(({ iss }) => `${iss}/types/resident-id`) },
        ...(all.length > 0 && { claims: all }),
        ...(free.length > 0 && { claim_sets: sets }),
      },
    ],
  }
}

function subsetsOf(items: readonly string[]): string[][] {
  const sets: string[][] = [[]]
  for (const item of items) sets.push(...sets.map((set) => [...set, item]))
  return sets
}
