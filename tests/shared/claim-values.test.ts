import { claimValue } from '@nansha/shared/claim-values'
import { expect, it } from 'vitest'

it('a resident number is shown in the groups in which people compare it, whatever claim holds it', () => {
  const grouped = { zh: '110105 19491231 002X', en: '110105 19491231 002X' }
  expect(claimValue('id_number', '11010519491231002X')).toEqual(grouped)
  expect(claimValue('social_security_number', '11010519491231002X')).toEqual(grouped)
})

it('other numbers are shown as they are', () => {
  expect(claimValue('social_security_card_number', 'A19880312').zh).toBe('A19880312')
  expect(claimValue('id_number_last4', '002X').zh).toBe('002X')
})
