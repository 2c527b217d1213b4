import { SCENARIOS } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { shownClaims } from '#verifier/check/shown-claims'

it('the claims that a desk is shown: shows what a counter may see in the order of reading, in words of each language', () => {
  const shown = shownClaims({
    address: '广东省广州市南沙区示范路1号',
    sex: 'female',
    name: '样一诺',
    card_validity: 'long-term',
    birthdate: '1995-11-02',
  })
  expect(shown.map(({ label, value }) => [label.zh, value.zh, value.en])).toEqual([
    ['性别', '女', 'female'],
    ['出生日期', '1995-11-02', '1995-11-02'],
    ['住址', '广东省广州市南沙区示范路1号', '广东省广州市南沙区示范路1号'],
    ['证件有效期', '长期', 'no expiry'],
  ])
})

it('the claims that a desk is shown: says yes or no to the question of an age', () => {
  expect(shownClaims({ 'age_equal_or_over.18': false })[0]?.value).toEqual({ zh: '否', en: 'No' })
})

it('shows every claim that a scenario discloses, but for name and portrait, which stand apart', () => {
  for (const { discloses } of Object.values(SCENARIOS)) {
    const listed = discloses.filter((name) => name !== 'name' && name !== 'portrait')
    expect(shownClaims(Object.fromEntries(discloses.map((name) => [name, 'x'])))).toHaveLength(listed.length)
  }
})
