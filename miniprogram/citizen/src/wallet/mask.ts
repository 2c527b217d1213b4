/** A name with only the family name's first character left: `林小满` → `林**`. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.min(rest.length, 3))
}

/** A resident number with only its last four characters left, in the groups in which people read it. */
export function maskNumber(number: string): string {
  return groupNumber('*'.repeat(14) + number.slice(-4))
}

/** Region, birthdate, the rest: `110105 19491231 002X`. */
export function groupNumber(number: string): string {
  return [number.slice(0, 6), number.slice(6, 14), number.slice(14)].join(' ')
}
