import { isDay } from '@nansha/shared/calendar'
import { LONG_TERM } from '@nansha/shared/card-validity'
import type { IdentityDocument } from '@nansha/shared/identity-document'

/**
 * Years that a document is valid: an ID card by its holder's age (Resident Identity Card Law, article 5), a permit five
 * (港澳台居民居住证申领发放办法, article 8), a foreign permanent resident's card ten, and five for minors
 * (外国人在中国永久居留审批管理办法, article 18).
 */
const TERMS: Readonly<Record<IdentityDocument, readonly number[]>> = {
  'resident-id-card': [5, 10, 20],
  'hong-kong-macao-permit': [5],
  'taiwan-permit': [5],
  'permanent-resident-card': [5, 10],
}

/** Whether a document of a kind can be valid from one day until another. */
export function isLawfulTerm(document: IdentityDocument, from: string, until: string): boolean {
  if (!isDay(from)) return false
  if (until === LONG_TERM) return document === 'resident-id-card'
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  const sameDay = until.slice(4) === from.slice(4)
  // A card issued on 29 February may end on the 28th or on 1 March.
  const leapDay = from.endsWith('02-29') && /-(02-28|03-01)$/.test(until)
  return isDay(until) && TERMS[document].includes(years) && (sameDay || leapDay)
}
