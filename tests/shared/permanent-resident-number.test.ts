import {
  agreesWithNumber,
  parsePermanentResidentNumber,
  travelDocumentCheckDigit,
} from '@nansha/shared/permanent-resident-number'
import { createResidentNumber, parseResidentNumber } from '@nansha/shared/resident-number'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('the number of a foreign permanent resident', () => {
  test.each([
    ['932682198501010017', '1985-01-01', 'male'],
    ['911124198108030024', '1981-08-03', 'female'],
    ['911398199012310021', '1990-12-31', 'female'],
  ])('of 2023 is read as the published specimens say: %s', (number, birthdate, sex) => {
    expect(parsePermanentResidentNumber(number)).toEqual({ ok: true, issue: 2023, number, birthdate, sex })
    expect(parseResidentNumber(number)).toMatchObject({ ok: true, number, birthdate, sex })
  })

  test('of 2017 is read as the published specimen says', () => {
    expect(parsePermanentResidentNumber(' kaz110090123105\n')).toEqual({
      ok: true,
      issue: 2017,
      number: 'KAZ110090123105',
      bornOn: '901231',
    })
  })

  test.each([
    ['', 'PERMANENT_NUMBER_MALFORMED'],
    ['44011519900307233X', 'PERMANENT_NUMBER_MALFORMED'],
    ['93268219850101001', 'PERMANENT_NUMBER_MALFORMED'],
    ['932682198502300017', 'PERMANENT_NUMBER_MALFORMED'],
    ['932156198501010017', 'PERMANENT_NUMBER_MALFORMED'],
    ['９32682198501010017', 'PERMANENT_NUMBER_MALFORMED'],
    ['932682198501010018', 'PERMANENT_NUMBER_CHECKSUM'],
    ['KAZ11009012310', 'PERMANENT_NUMBER_MALFORMED'],
    ['KA1110090123105', 'PERMANENT_NUMBER_MALFORMED'],
    ['KAZ110090133105', 'PERMANENT_NUMBER_MALFORMED'],
    ['CHN110090123105', 'PERMANENT_NUMBER_MALFORMED'],
    ['KAZ110090123107', 'PERMANENT_NUMBER_CHECKSUM'],
  ])('is not %s: %s', (text, code) => {
    expect(parsePermanentResidentNumber(text)).toEqual({ ok: false, code })
  })
})

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const sexes = fc.constantFrom('male' as const, 'female' as const)
const three = fc.integer({ min: 0, max: 999 }).map((code) => String(code).padStart(3, '0'))
const nationality = three.filter((code) => !['156', '158', '344', '446'].includes(code))
const letters = fc.stringMatching(/^[A-Z]{3}$/).filter((code) => !['CHN', 'HKG', 'MAC', 'TWN'].includes(code))
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('a number of 2023 says birthdate and sex of whom it was made for, and every wrong digit is noticed', () => {
  fc.assert(
    fc.property(nationality, day, sexes, random, (state, birthdate, sex, r) => {
      const number = createResidentNumber({ region: `944${state}`, birthdate, sex }, () => r)
      const parsed = parsePermanentResidentNumber(number)
      expect(parsed).toEqual({ ok: true, issue: 2023, number, birthdate, sex })
      if (parsed.ok) expect(agreesWithNumber(parsed, { birthdate, sex })).toBe(true)
      const at = Math.floor(r * 17)
      const wrong = String((Number(number[at]) + 1) % 10)
      expect(parsePermanentResidentNumber(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false)
    }),
  )
})

test('a number of 2017 agrees with its day of birth in either century and with no other day', () => {
  fc.assert(
    fc.property(letters, fc.integer({ min: 1000, max: 6599 }), day, day, (state, place, birthdate, other) => {
      const body = `${state}${place}${birthdate.slice(2).replaceAll('-', '')}1`
      const parsed = parsePermanentResidentNumber(body + travelDocumentCheckDigit(body))
      if (!parsed.ok) throw new Error(parsed.code)
      for (const sex of ['male', 'female'] as const)
        expect(agreesWithNumber(parsed, { birthdate, sex })).toBe(true)
      expect(agreesWithNumber(parsed, { birthdate: other, sex: 'male' })).toBe(
        other.slice(2) === birthdate.slice(2),
      )
    }),
  )
})

test('the check digit of travel documents is that of ICAO 9303-3, appendix A', () => {
  expect(travelDocumentCheckDigit('520727')).toBe('3')
  expect(travelDocumentCheckDigit('AB2134')).toBe('5')
})
