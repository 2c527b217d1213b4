import {
  createResidentNumber,
  parseResidentNumber,
  residentNumberCheckCharacter,
} from '@nansha/shared/resident-number'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('parseResidentNumber', () => {
  test('reads the two numbers printed in GB 11643-1999', () => {
    expect(parseResidentNumber('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      region: '110105',
      birthdate: '1949-12-31',
      sex: 'female',
    })
    expect(parseResidentNumber('440524188001010014')).toMatchObject({ birthdate: '1880-01-01', sex: 'male' })
  })

  test('accepts a small x and surrounding blanks, and returns the printed form', () => {
    expect(parseResidentNumber(' 11010519491231002x\n')).toMatchObject({ number: '11010519491231002X' })
  })

  test.each([
    ['', 'NUMBER_LENGTH'],
    ['110105491231002', 'NUMBER_LENGTH'],
    ['11010519491231002XX', 'NUMBER_LENGTH'],
    ['1101051949123100AX', 'NUMBER_CHARACTERS'],
    ['X1010519491231002X', 'NUMBER_CHARACTERS'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'NUMBER_CHARACTERS'],
    ['99010519491231002X', 'NUMBER_REGION'],
    ['19010519491231002X', 'NUMBER_REGION'],
    ['11010519490231002X', 'NUMBER_DATE'],
    ['11010519490001002X', 'NUMBER_DATE'],
    ['11010518491231002X', 'NUMBER_DATE'],
    ['110105190002290028', 'NUMBER_DATE'],
    ['110105194912310021', 'NUMBER_CHECKSUM'],
  ])('refuses %s as %s', (text, code) => {
    expect(parseResidentNumber(text)).toEqual({ ok: false, code })
  })

  test('every single wrong digit and every swap of two neighbours is noticed', () => {
    const number = '44011519900307233X'
    const body = number.slice(0, 17) + residentNumberCheckCharacter(number.slice(0, 17))
    expect(parseResidentNumber(body).ok).toBe(true)
    for (let i = 0; i < 18; i++) {
      for (const digit of '0123456789') {
        if (digit === body[i]) continue
        expect(parseResidentNumber(body.slice(0, i) + digit + body.slice(i + 1)).ok).toBe(false)
      }
      const swapped = body.slice(0, i) + (body[i + 1] ?? '') + body[i] + body.slice(i + 2)
      if (i < 17 && swapped !== body) expect(parseResidentNumber(swapped).ok).toBe(false)
    }
  })
})

test('makeResidentNumber makes numbers that parse back to what they were made of', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(day, fc.constantFrom('male' as const, 'female' as const), random, (date, sex, r) => {
      const of = { region: '440115', birthdate: date.toISOString().slice(0, 10), sex }
      expect(parseResidentNumber(createResidentNumber(of, () => r))).toMatchObject({ ok: true, ...of })
    }),
  )
})
