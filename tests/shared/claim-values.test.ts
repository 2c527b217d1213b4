import { GUARDIAN_RELATIONS } from '@nansha/shared/children/child-card'
import { claimValue } from '@nansha/shared/claim-values'
import { expect, it } from 'vitest'

const VALUES: readonly [claim: string, values: readonly (string | boolean)[]][] = [
  ['licence_status', ['normal', 'points-full', 'overdue-review', 'withheld', 'revoked', 'cancelled']],
  ['card_status', ['normal', 'reported-lost', 'suspended', 'cancelled']],
  ['social_security_card_status', ['normal', 'reported-lost', 'suspended', 'cancelled']],
  ['guardian_relation', GUARDIAN_RELATIONS],
  ['sex', ['male', 'female']],
  ['card_validity', ['long-term']],
  ['age_equal_or_over.18', [true, false]],
]

it.each(VALUES)('every value of %s has words of its own in both languages', (claim, values) => {
  const words = values.map((value) => claimValue(claim, value))
  for (const { zh, en } of words) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/i)
  }
  for (const language of ['zh', 'en'] as const)
    expect(new Set(words.map((word) => word[language])).size).toBe(values.length)
})

it('a value means its claim’s words, and any other text itself', () => {
  expect(claimValue('licence_status', 'cancelled')).toEqual({ zh: '已注销', en: 'Cancelled' })
  expect(claimValue('licence_status', 'male')).toEqual({ zh: 'male', en: 'male' })
  expect(claimValue('sex', 'male')).toEqual({ zh: '男', en: 'male' })
  expect(claimValue('sex', 'toString')).toEqual({ zh: 'toString', en: 'toString' })
  expect(claimValue('penalty_points', 3)).toEqual({ zh: '3', en: '3' })
  expect(claimValue('name', '李明')).toEqual({ zh: '李明', en: '李明' })
})

it('a resident number is shown in the groups in which people compare it, whatever claim holds it', () => {
  const grouped = { zh: '110105 19491231 002X', en: '110105 19491231 002X' }
  expect(claimValue('id_number', '11010519491231002X')).toEqual(grouped)
  expect(claimValue('social_security_number', '11010519491231002X')).toEqual(grouped)
})

it('other numbers are shown as they are', () => {
  expect(claimValue('social_security_card_number', 'A19880312').zh).toBe('A19880312')
  expect(claimValue('id_number_last4', '002X').zh).toBe('002X')
})
