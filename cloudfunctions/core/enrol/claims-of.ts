import { NanshaError } from '@nansha/shared/errors'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import type { CitizenClaims } from '../records/citizens'
import type { CardReading } from '../records/enrolments'

/**
 * Both sides of the card, which have to be read before anything is decided: an expired card is never kept, so whoever
 * leaves the emblem side out might be hiding that theirs is.
 *
 * @throws NanshaError CARD_UNREAD
 */
export function requireRead({ portrait, emblem }: CardReading): Required<CardReading> {
  if (!portrait) throw new NanshaError('CARD_UNREAD', { which: 'card' })
  if (!emblem) throw new NanshaError('CARD_UNREAD', { which: 'emblem' })
  return { portrait, emblem }
}

/**
 * What is known of an applicant: the name as submitted, the rest as read off the card or derived from its number.
 *
 * @throws NanshaError INPUT_INVALID when the number is not the one that was read: only the name may be corrected
 */
export function claimsOf(
  name: string,
  { number, sex, birthdate }: ResidentNumber,
  { portrait, emblem }: Required<CardReading>,
): CitizenClaims {
  if (portrait.number !== number) throw new NanshaError('INPUT_INVALID', { field: 'idNumber' })
  return {
    name,
    id_number: number,
    sex,
    birthdate,
    ...(portrait.ethnicity && { ethnicity: portrait.ethnicity }),
    ...(portrait.address && { address: portrait.address }),
    card_validity: emblem.validUntil,
  }
}
