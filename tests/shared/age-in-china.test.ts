import { ageInChina } from '@nansha/shared/age-in-china'
import { describe, expect, it } from 'vitest'

describe('ageInChina', () => {
  it('turns at midnight in China', () => {
    expect(ageInChina('2000-06-01', Date.parse('2018-05-31T15:59:59Z'))).toBe(17)
    expect(ageInChina('2000-06-01', Date.parse('2018-05-31T16:00:00Z'))).toBe(18)
  })

  it('turns on 1 March of a common year for who was born on 29 February', () => {
    expect(ageInChina('2004-02-29', Date.parse('2022-02-28T04:00:00Z'))).toBe(17)
    expect(ageInChina('2004-02-29', Date.parse('2022-03-01T04:00:00Z'))).toBe(18)
  })
})
