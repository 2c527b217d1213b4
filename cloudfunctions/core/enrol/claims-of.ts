import { NanshaError } from '@nansha/shared/errors'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import type { CitizenClaims } from '../records/citizens'
import type { CardReading } from '../records/enrolments'

/**
 * What is known of an applicant: name and number as submitted, the rest as read off the card or derived.
 *
 * @throws NanshaError INPUT_INVALID when the number is not the one that was read: only the name may be corrected
 */
export function claimsOf(
  name: string,
  { number, sex, birthdate }: ResidentNumber,
  { portrait, emblem }: CardReading,
): CitizenClaims {
  if (portrait && portrait.number !== number) throw new NanshaError('INPUT_INVALID', { field: 'idNumber' })
  return {
    name,
    id_number: number,
    sex,
    birthdate,
    ...(portrait?.ethnicity && { ethnicity: portrait.ethnicity }),
    ...(portrait?.address && { address: portrait.address }),
    ...(emblem && { card_validity: emblem.validUntil }),
  }
}
