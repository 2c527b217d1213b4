import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import { validityFault } from '@nansha/shared/card-validity'
import { NanshaError } from '@nansha/shared/errors'
import { cardValidity as CardValidity } from '@nansha/shared/fields'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import * as v from 'valibot'
import type { Guardian } from '../../records/decisions'
import { requireNumber } from '../check-applicant'

interface OnCard {
  readonly idNumber: string
  /** `YYYY-MM-DD`, its last day, or `long-term`. */
  readonly cardValidity: string
  readonly guardian?: { readonly name: string; readonly idNumber: string } | undefined
}

/**
 * Checks what the officer read off the cards. A child needs an adult beside them; an adult needs nobody.
 *
 * @param now Unix milliseconds
 * @throws NanshaError CARD_EXPIRED, CARD_NOT_YET_VALID, NUMBER_…, GUARDIAN_REQUIRED, INPUT_INVALID for a guardian who cannot be one
 */
export function checkCounterApplicant(
  { idNumber, cardValidity, guardian }: OnCard,
  now: number,
): { readonly number: ResidentNumber; readonly guardian: Guardian | null } {
  requireCardValid(cardValidity, now)
  const number = requireNumber(idNumber, now)
  const isChild = ageInChina(number.birthdate, now) < AGE_OF_OWN_CONSENT
  if (isChild && !guardian) throw new NanshaError('GUARDIAN_REQUIRED')
  if (!isChild && guardian) throw new NanshaError('INPUT_INVALID', { field: 'guardian' })
  if (!guardian) return { number, guardian: null }

  const adult = requireNumber(guardian.idNumber, now)
  if (ageInChina(adult.birthdate, now) < FULL_AGE)
    throw new NanshaError('INPUT_INVALID', { field: 'guardian' })
  return { number, guardian: { name: guardian.name, id_number: adult.number } }
}

/**
 * @param until the last day of a physical card, as an officer sent it
 * @param now Unix milliseconds
 * @throws NanshaError CARD_EXPIRED, CARD_NOT_YET_VALID, INPUT_INVALID
 */
export function requireCardValid(until: string, now: number): void {
  if (!v.is(CardValidity, until)) throw new NanshaError('INPUT_INVALID', { field: 'cardValidity' })
  const fault = validityFault({ until }, dateInChina(now))
  if (fault) throw new NanshaError(fault)
}
