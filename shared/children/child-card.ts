import * as v from 'valibot'
import { AGE_OF_OWN_CONSENT, ageInChina, startOfDayInChina } from '../age-in-china'
import { cardAddress, day, ethnicGroup, personName, residentNumber } from '../fields'

/** The credential of a child on the phone of a guardian. */
export const CHILD_CARD_TYPE = 'child-card'

/**
 * Places for children on a guardian's phone, numbered from 1. Freezing an identity freezes all of its cards in one transaction,
 * which reads each place.
 */
export const MOST_CHILDREN = 6

/** Guardians whose phones may hold the card of one child: both parents, or whoever the register names in their stead. */
export const MOST_GUARDIANS = 2

/** The place of a child's card on its guardian's phone. */
export const childPlace = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHILDREN))

/** What a guardian is to the child, as the register says (民法典, article 27). */
export const GUARDIAN_RELATIONS = ['father', 'mother', 'grandparent', 'sibling', 'other'] as const
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number]

/** Base64 characters of a portrait of 20 kB. */
const LARGEST_PORTRAIT = 27_400

/** What the register of households says of a child, to somebody whom it names as the guardian. */
export const GuardedChild = v.strictObject({
  name: personName,
  id_number: residentNumber,
  sex: v.picklist(['male', 'female']),
  birthdate: day,
  ethnicity: v.optional(ethnicGroup),
  address: v.optional(cardAddress),
  /** What the person who was named in the question is to the child. */
  guardian_relation: v.picklist(GUARDIAN_RELATIONS),
  /** The register's photo of the child: WebP, base64. */
  portrait: v.pipe(v.string(), v.maxLength(LARGEST_PORTRAIT), v.base64(), v.startsWith('UklGR')),
})
export type GuardedChild = v.InferOutput<typeof GuardedChild>

/** What a child's card says, by claim name. */
export type ChildClaims = Omit<GuardedChild, 'portrait'>

/** Whether somebody is still a child for whom a guardian acts. @param now Unix milliseconds */
export function isChild(birthdate: string, now: number): boolean {
  return ageInChina(birthdate, now) < AGE_OF_OWN_CONSENT
}

/**
 * When a child's card ends at the latest: the midnight in China with which its fourteenth birthday begins, for who was born
 * on 29 February that of 1 March.
 *
 * @param birthdate `YYYY-MM-DD`
 * @returns Unix milliseconds
 */
export function endOfChildhood(birthdate: string): number {
  const year = Number(birthdate.slice(0, 4)) + AGE_OF_OWN_CONSENT
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const day = birthdate.slice(4) === '-02-29' && !isLeap ? '-03-01' : birthdate.slice(4)
  return startOfDayInChina(`${year}${day}`)
}
