/**
 * The claims a citizen can approve, and the bit each has in a ticket's claims bit map: 16 bits up to version 2, 31
 * from version 3 on.
 * Names follow OpenID Connect Core §5.1 and the EUDI PID rulebook where one exists. A bit is never reused.
 */
const CLAIM_BITS = {
  name: 0,
  id_number: 1,
  sex: 2,
  ethnicity: 3,
  birthdate: 4,
  address: 5,
  'age_equal_or_over.18': 6,
  portrait: 7,
  id_number_last4: 8,
  card_validity: 9,
  vehicle_classes: 10,
  licence_status: 11,
  licence_valid_until: 12,
  licence_first_issued: 13,
  social_security_number: 14,
  social_security_card_number: 15,
  social_security_card_status: 16,
  guardian_name: 17,
  guardian_relation: 18,
  nationality: 19,
  chinese_name: 20,
} as const

export type ClaimName = keyof typeof CLAIM_BITS

/** Those that an identity or a child's card may be without: not every card says them. */
const NOT_ON_EVERY_CARD = [
  'ethnicity',
  'address',
  'card_validity',
  'nationality',
  'chinese_name',
] as const satisfies readonly ClaimName[]

/** @returns the claims that the holder of a credential is not asked to approve, because it does not have them */
export function lackingClaims(
  claims: {
    readonly [Name in (typeof NOT_ON_EVERY_CARD)[number]]?: unknown
  },
): readonly ClaimName[] {
  return NOT_ON_EVERY_CARD.filter((name) => claims[name] === undefined)
}

const NAMES = Object.keys(CLAIM_BITS) as ClaimName[]
const KNOWN_MASK = NAMES.reduce((mask, name) => mask | (1 << CLAIM_BITS[name]), 0)

/** @returns the bit map of `names`; order and repetition do not matter. */
export function claimsToBits(names: readonly ClaimName[]): number {
  return names.reduce((bits, name) => bits | (1 << CLAIM_BITS[name]), 0)
}

/** @returns the names in `bits` in bit order, or `undefined` when a bit is set that has no meaning. */
export function claimsFromBits(bits: number): ClaimName[] | undefined {
  if ((bits & ~KNOWN_MASK) !== 0) return undefined
  return NAMES.filter((name) => (bits & (1 << CLAIM_BITS[name])) !== 0)
}
