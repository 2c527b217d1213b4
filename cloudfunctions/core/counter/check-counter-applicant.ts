import { NanshaError } from '@nansha/shared/errors'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import { AGE_OF_OWN_CONSENT, ageInChina, requireNumber } from '../enrol/check-applicant'
import type { Guardian } from '../records/decisions'

const FULL_AGE = 18

/**
 * Checks what the officer read off the cards. A child needs an adult beside them; an adult needs nobody.
 *
 * @param now Unix milliseconds
 * @throws NanshaError NUMBER_…, GUARDIAN_REQUIRED, INPUT_INVALID for a guardian who cannot be one
 */
export function checkCounterApplicant(
  idNumber: string,
  guardian: { readonly name: string; readonly idNumber: string } | undefined,
  now: number,
): { readonly number: ResidentNumber; readonly guardian: Guardian | null } {
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
