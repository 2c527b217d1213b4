import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import { validityFault } from '@nansha/shared/card-validity'
import { NanshaError } from '@nansha/shared/errors'
import { cardValidity as CardValidity } from '@nansha/shared/fields'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import type { ResidentNumber } from '@nansha/shared/resident-number'
import * as v from 'valibot'
import type { Guardian } from '../../records/decisions'
import { requireNumber } from '../check-applicant'

interface OnCard {
  readonly idNumber: string
  /** `YYYY-MM-DD`, its last day, or `long-term`. */
  readonly cardValidity: string
  readonly guardian?: { readonly name: string; readonly idNumber: string } | undefined
  readonly nationality?: string | undefined
  readonly chineseName?: string | undefined
  readonly ethnicity?: string | undefined
  readonly address?: string | undefined
}

/**
 * Checks what the officer read off the cards. A child needs an adult beside them; an adult needs nobody.
 *
 * @param now Unix milliseconds
 * @throws NanshaError CARD_EXPIRED, CARD_NOT_YET_VALID, NUMBER_…, GUARDIAN_REQUIRED, INPUT_INVALID for a guardian who cannot be one,
 *   or for a field that the document of this number does not have
 */
export function checkCounterApplicant(
  { idNumber, cardValidity, guardian, ...printed }: OnCard,
  now: number,
): { readonly number: ResidentNumber; readonly guardian: Guardian | null } {
  requireCardValid(cardValidity, now)
  const number = requireNumber(idNumber, now)
  requirePrinted(number.number, printed)
  const isChild = ageInChina(number.birthdate, now) < AGE_OF_OWN_CONSENT
  if (isChild && !guardian) throw new NanshaError('GUARDIAN_REQUIRED')
  if (!isChild && guardian) throw new NanshaError('INPUT_INVALID', { field: 'guardian' })
  if (!guardian) return { number, guardian: null }

  const adult = requireNumber(guardian.idNumber, now)
  if (ageInChina(adult.birthdate, now) < FULL_AGE)
    throw new NanshaError('INPUT_INVALID', { field: 'guardian' })
  return { number, guardian: { name: guardian.name, id_number: adult.number } }
}

/** Foreign permanent residents have a nationality on their card, where others have an address and mostly an ethnic group. */
function requirePrinted(
  number: string,
  { nationality, chineseName, ethnicity, address }: Omit<OnCard, 'idNumber' | 'cardValidity' | 'guardian'>,
): void {
  const isForeign = identityDocumentOf(number) === 'permanent-resident-card'
  const others = isForeign ? { ethnicity, address } : { nationality, chineseName }
  const [field] = Object.entries(others).find(([, value]) => value !== undefined) ?? []
  if (field !== undefined) throw new NanshaError('INPUT_INVALID', { field })
  if (isForeign && nationality === undefined) throw new NanshaError('INPUT_INVALID', { field: 'nationality' })
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
