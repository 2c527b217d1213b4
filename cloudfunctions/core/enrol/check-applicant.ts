import { NanshaError } from '@nansha/shared/errors'
import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'

/** Under this age a guardian consents, at a counter (PIPL art. 31). */
export const AGE_OF_OWN_CONSENT = 14

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

/**
 * Full years of life; who was born on 29 February turns a year older on 1 March of a common year.
 *
 * @param birthdate `YYYY-MM-DD`
 * @param now Unix milliseconds
 */
export function ageInChina(birthdate: string, now: number): number {
  const today = dateInChina(now)
  const years = Number(today.slice(0, 4)) - Number(birthdate.slice(0, 4))
  return today.slice(4) < birthdate.slice(4) ? years - 1 : years
}

/** `YYYY-MM-DD` at UTC+8, which has no summer time. */
export function dateInChina(now: number): string {
  return new Date(now + 8 * 3600_000).toISOString().slice(0, 10)
}
