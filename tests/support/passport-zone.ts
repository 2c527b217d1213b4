/** ICAO 9303-3 §4.9. */
export function checkDigit(text: string): number {
  const value = (letter: string) => (letter === '<' ? 0 : Number.parseInt(letter, 36))
  return [...text].reduce((sum, letter, i) => sum + value(letter) * ([7, 3, 1][i % 3] ?? 0), 0) % 10
}

/**
 * The machine-readable zone of a passport: the example of ICAO 9303-4, appendix A, with a later expiry.
 *
 * @param birthdate `YYMMDD`
 */
export function passportZone(birthdate = '740812'): string {
  const checked = (text: string) => text + checkDigit(text)
  const [number, birth] = [checked('L898902C3'), checked(birthdate)]
  const [expiry, optional] = [checked('320415'), checked('ZE184226B<<<<<')]
  return [
    'P<UTOERIKSSON<<ANNA<MARIA'.padEnd(44, '<'),
    `${number}UTO${birth}F${expiry}${optional}${checkDigit(number + birth + expiry + optional)}`,
  ].join('\n')
}
