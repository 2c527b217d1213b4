import { groupResidentNumber } from '@nansha/shared/group-resident-number'

/** A name with only the family name's first character left: `林小满` → `林**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.min(rest.length, 3))
}

/** A resident number with only its last four characters left, in the groups in which people read it. */
export function maskNumber(number: string): string {
  return groupResidentNumber('*'.repeat(14) + number.slice(-4))
}
