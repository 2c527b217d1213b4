import { isDay } from './calendar'
import { isPermanentResidentRegion, isPermitRegion } from './identity-document'
import { isProvinceCode } from './regions'

/** Why a resident number was refused; the first fault met, in reading order. */
export type ResidentNumberFault =
  | 'NUMBER_LENGTH'
  | 'NUMBER_CHARACTERS'
  | 'NUMBER_REGION'
  | 'NUMBER_DATE'
  | 'NUMBER_CHECKSUM'

export type Sex = 'male' | 'female'

export interface ResidentNumber {
  /** 18 characters, 17 digits and a check character `0`–`9` or `X`. */
  number: string
  /**
   * Six digits of GB/T 2260: where the number was first issued, not where the person lives today. Of a foreign permanent resident
   * `9`, a province, and the nationality at first issue.
   */
  region: string
  /** `YYYY-MM-DD` */
  birthdate: string
  sex: Sex
}

export type ParsedResidentNumber = ({ ok: true } & ResidentNumber) | { ok: false; code: ResidentNumberFault }

/** Characters of a number (GB 11643-1999). */
export const RESIDENT_NUMBER_LENGTH = 18
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** The oldest holders of a number were born in the 19th century. */
const FIRST_YEAR = 1850

/**
 * Check character of a resident number.
 *
 * @param body the first 17 digits
 * @returns `0`–`9` or `X` (ISO 7064 MOD 11-2, as GB 11643-1999 §4.4 writes it)
 */
export function residentNumberCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * Parses an 18-character citizen identification number (GB 11643-1999), or the number of a foreign permanent resident's card of 2023,
 * which was modelled on it (GA 2102-2023). A trailing small `x` is accepted and
 * returned as `X`; nothing else is repaired. Whether the birthdate lies in the past is for a caller with a clock.
 *
 * @param text as typed or read; surrounding blanks are ignored
 */
export function parseResidentNumber(text: string): ParsedResidentNumber {
  const number = text.trim().toUpperCase()
  if (number.length !== RESIDENT_NUMBER_LENGTH) return { ok: false, code: 'NUMBER_LENGTH' }
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return { ok: false, code: 'NUMBER_CHARACTERS' }

  const region = number.slice(0, 6)
  if (!isRegion(region)) return { ok: false, code: 'NUMBER_REGION' }

  const birthdate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthdate) || Number(birthdate.slice(0, 4)) < FIRST_YEAR)
    return { ok: false, code: 'NUMBER_DATE' }
  if (residentNumberCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return { ok: false, code: 'NUMBER_CHECKSUM' }
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, region, birthdate, sex }
}

/** Permits have three whole regions; of other numbers the province alone can be told (shared/regions.ts). */
function isRegion(region: string): boolean {
  if (region.startsWith('9')) return isPermanentResidentRegion(region)
  return /^8[123]/.test(region) ? isPermitRegion(region) : isProvinceCode(region.slice(0, 2))
}

/**
 * Makes a well-formed number for a specimen citizen.
 *
 * @param of region (six digits), birthdate (`YYYY-MM-DD`) and sex, which fixes the parity of the sequence
 * @param random uniform in [0, 1)
 */
export function createResidentNumber(of: Omit<ResidentNumber, 'number'>, random: () => number): string {
  const half = Math.floor(random() * 499)
  const sequence = of.sex === 'male' ? 2 * half + 1 : 2 * half + 2
  const body = of.region + of.birthdate.replace(/-/g, '') + String(sequence).padStart(3, '0')
  return body + residentNumberCheckCharacter(body)
}
