import { checkApplicant } from '@nansha/core/enrol/check-applicant'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { describe, expect, it } from 'vitest'

const numberOf = (birthdate: string) =>
  createResidentNumber({ region: '440115', birthdate, sex: 'female' }, () => 0.5)
const codeOf = (idNumber: string, now: string) => {
  try {
    checkApplicant(idNumber, Date.parse(now))
    return 'accepted'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('checkApplicant', () => {
  it('derives sex and date of birth from the number', () => {
    expect(checkApplicant('11010519491231002X', Date.parse('2026-01-01'))).toEqual({
      number: '11010519491231002X',
      region: '110105',
      birthdate: '1949-12-31',
      sex: 'female',
    })
  })

  it('refuses a wrong number by what is wrong', () => {
    expect(codeOf('110105194912310021', '2026-01-01')).toBe('NUMBER_CHECKSUM')
    expect(codeOf('1101051949123100', '2026-01-01')).toBe('NUMBER_LENGTH')
  })

  it('refuses the unborn, and sends children to the counter until their fourteenth birthday', () => {
    const number = numberOf('2012-03-10')
    expect(codeOf(number, '2012-03-09T15:59:59.999Z')).toBe('NUMBER_DATE')
    // The first moment of the day of birth in China.
    expect(codeOf(number, '2012-03-09T16:00:00Z')).toBe('GUARDIAN_REQUIRED')
    expect(codeOf(number, '2026-03-09T04:00:00Z')).toBe('GUARDIAN_REQUIRED')
    expect(codeOf(number, '2026-03-10T04:00:00Z')).toBe('accepted')
  })
})
