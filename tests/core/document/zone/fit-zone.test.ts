import { fitZone } from '@nansha/core/document/zone/fit-zone'
import { expect, it } from 'vitest'

const NAMES = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'
const DATA = 'L898902C36UTO7408122F3004157ZE184226B<<<<<16'
const NONE = 'C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4'

it('the two lines of a passport are found among others, in any order', () => {
  expect(fitZone(['PASSPORT', DATA, '12AUG1974', NAMES])).toBe(NAMES + DATA)
  expect(fitZone([NAMES, NONE])).toBe(NAMES + NONE)
})

it('a row of fillers that was counted wrong gets its length', () => {
  expect(fitZone([NAMES.slice(0, 31), DATA.replace('<<<<<', '<<<')])).toBe(NAMES + DATA)
  expect(fitZone([`${NAMES}<<<`, NONE.replace('<<<<<', '<<<<<<<<')])).toBe(NAMES + NONE)
})

it('a letter is taken for a digit, and a digit for a letter, only where nothing else can stand', () => {
  expect(fitZone([NAMES, DATA.replace('UTO', 'UT0')])).toBe(NAMES + DATA)
  expect(fitZone([NAMES, DATA.replace('7408122', '74O8I22')])).toBe(NAMES + DATA)
  expect(fitZone([NAMES.replace('UTO', 'UT0'), DATA])).toBe(NAMES + DATA)
  // The number of the document has both: it stays as it was read, and the check digit tells.
  expect(fitZone([NAMES, DATA.replace('L898902C3', 'L8989O2C3')])).toContain('L8989O2C3')
})

it.each([
  ['one line', [NAMES]],
  ['no line of names', [DATA, 'PASSPORT']],
  ['a line too short to have all its fields', [NAMES, DATA.slice(0, 30)]],
  ['a line of which a part without fillers is missing', [NAMES, NONE.slice(2)]],
])('of %s no passport is made', (_, lines) => {
  expect(fitZone(lines)).toBeUndefined()
})
