import type { CitizenClaims } from '../records/citizens'

/** Ages that the credential can show without the date of birth. */
const AGES = [14, 18, 60] as const

/**
 * What a resident-id credential says of a citizen: what is on record and what follows from it.
 *
 * @param age full years today
 */
export function residentClaims({ address, ...citizen }: CitizenClaims, age: number) {
  return {
    ...citizen,
    ...(address && { address: { formatted: address } }), // OpenID Connect Core §5.1.1
    id_number_last4: citizen.id_number.slice(-4),
    age_equal_or_over: Object.fromEntries(AGES.map((limit) => [String(limit), age >= limit])),
  }
}
