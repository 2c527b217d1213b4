import { ageInChina } from '@nansha/shared/age-in-china'
import { endOfChildhood, isChild } from '@nansha/shared/children/child-card'
import { expect, it } from 'vitest'

it.each(['2013-01-16', '2012-02-29', '2016-02-29', '2019-12-31', '2020-01-01'])(
  'a childhood that began on %s ends with the first moment of the fourteenth birthday in China',
  (birthdate) => {
    const end = endOfChildhood(birthdate)
    expect(ageInChina(birthdate, end)).toBe(14)
    expect(isChild(birthdate, end)).toBe(false)
    expect(isChild(birthdate, end - 1)).toBe(true)
  },
)
