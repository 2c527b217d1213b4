import { AGE_OF_OWN_CONSENT, ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import { NanshaError } from '@nansha/shared/errors'
import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'

/**
 * What can be told from the number alone, before any photo is looked at.
 *
 * @param now Unix milliseconds
 * @throws NanshaError NUMBER_…, GUARDIAN_REQUIRED
 */
export function checkApplicant(idNumber: string, now: number): ResidentNumber {
  const number = requireNumber(idNumber, now)
  if (ageInChina(number.birthdate, now) < AGE_OF_OWN_CONSENT) throw new NanshaError('GUARDIAN_REQUIRED')
  return number
}

/** @throws NanshaError NUMBER_… for a number that nobody living can have */
export function requireNumber(idNumber: string, now: number): ResidentNumber {
  const parsed = parseResidentNumber(idNumber)
  if (!parsed.ok) throw new NanshaError(parsed.code)
  const { ok, ...number } = parsed
  if (number.birthdate > dateInChina(now)) throw new NanshaError('NUMBER_DATE')
  return number
}
