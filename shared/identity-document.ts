import { isProvinceCode } from './regions'

/** The documents on which a number of the form of GB 11643 is printed, as they name themselves. */
export const IDENTITY_DOCUMENTS = {
  'resident-id-card': { zh: '居民身份证', en: 'Resident identity card' },
  'hong-kong-macao-permit': { zh: '港澳居民居住证', en: 'Residence permit (Hong Kong and Macao)' },
  'taiwan-permit': { zh: '台湾居民居住证', en: 'Residence permit (Taiwan)' },
  'permanent-resident-card': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident ID card' },
} as const

export type IdentityDocument = keyof typeof IDENTITY_DOCUMENTS

/** Region codes of residence permits (港澳台居民居住证申领发放办法, article 6), each for a whole region. */
const PERMITS: Readonly<Record<string, IdentityDocument>> = {
  '810000': 'hong-kong-macao-permit',
  '820000': 'hong-kong-macao-permit',
  '830000': 'taiwan-permit',
}

/**
 * The document that a number is printed on: permits have region codes that no resident ID card has, and the numbers of foreigners
 * alone begin with 9.
 *
 * @param number parsed: 18 characters with a right check character
 */
export function identityDocumentOf(number: string): IdentityDocument {
  if (number.startsWith('9')) return 'permanent-resident-card'
  return PERMITS[number.slice(0, 6)] ?? 'resident-id-card'
}

/** Whether a number may begin with this region: those that begin with 81, 82 and 83 belong to permits alone. */
export function isPermitRegion(region: string): boolean {
  return PERMITS[region] !== undefined
}

/** Codes of China and its regions in GB/T 2659: no foreigner has one of these nationalities. */
const OF_CHINA = new Set(['156', '158', '344', '446'])

/**
 * Whether the number of a foreign permanent resident's card of 2023 may begin with these six digits: `9`, a province where such
 * cards are issued, and a nationality. All other numbers begin with 1 to 8.
 */
export function isPermanentResidentRegion(region: string): boolean {
  const province = region.slice(1, 3)
  return /^9[1-6]/.test(region) && isProvinceCode(province) && !OF_CHINA.has(region.slice(3))
}

/** Where the holder of a residence permit is from, as ISO 3166-1 alpha-3 names it. */
const PERMIT_COUNTRIES: Readonly<Record<string, string>> = {
  '810000': 'HKG',
  '820000': 'MAC',
  '830000': 'TWN',
}

/** @param number parsed. @returns three letters, or `undefined` for a number that stands on no permit */
export function permitCountryOf(number: string): string | undefined {
  return PERMIT_COUNTRIES[number.slice(0, 6)]
}
