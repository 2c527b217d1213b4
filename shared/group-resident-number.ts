/** A resident number, masked or not, in the groups in which people compare it: region, day of birth, the rest, as `110105 19491231 002X`. */
export function groupResidentNumber(number: string): string {
  return number.replace(/^(.{6})(.{8})(?=.)/, '$1 $2 ')
}
