import { lackingClaims } from '@nansha/shared/claims'
import { expect, it } from 'vitest'

it('a resident’s card lacks what only a foreigner’s has', () => {
  const card = { ethnicity: '汉', address: '广州市', card_validity: '2040-01-01' }
  expect(lackingClaims(card)).toEqual(['nationality', 'chinese_name'])
})

it('a foreigner’s card lacks what only a resident’s has', () => {
  const card = { nationality: 'DEU', chinese_name: '李莉', card_validity: '2033-01-01' }
  expect(lackingClaims(card)).toEqual(['ethnicity', 'address'])
})

it('a card that says nothing of these lacks them all', () => {
  expect(lackingClaims({})).toHaveLength(5)
})
