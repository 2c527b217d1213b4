/** The documents on which a resident number (GB 11643) is printed, as they name themselves. */
export const IDENTITY_DOCUMENTS = {
  'resident-id-card': { zh: '居民身份证', en: 'Resident identity card' },
  'hong-kong-macao-permit': { zh: '港澳居民居住证', en: 'Residence permit (Hong Kong and Macao)' },
  'taiwan-permit': { zh: '台湾居民居住证', en: 'Residence permit (Taiwan)' },
} as const

export type IdentityDocument = keyof typeof IDENTITY_DOCUMENTS

/** Region codes of residence permits (港澳台居民居住证申领发放办法, article 6), each for a whole region. */
const PERMITS: Readonly<Record<string, IdentityDocument>> = {
  '810000': 'hong-kong-macao-permit',
  '820000': 'hong-kong-macao-permit',
  '830000': 'taiwan-permit',
}

/**
 * The document that a resident number is printed on: permits have region codes that no resident ID card has.
 *
 * @param number parsed: 18 characters with a right check character
 */
export function identityDocumentOf(number: string): IdentityDocument {
  return PERMITS[number.slice(0, 6)] ?? 'resident-id-card'
}

/** Whether a number may begin with this region: those that begin with 81, 82 and 83 belong to permits alone. */
export function isPermitRegion(region: string): boolean {
  return PERMITS[region] !== undefined
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
