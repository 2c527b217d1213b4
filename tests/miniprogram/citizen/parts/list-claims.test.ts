import { requestedClaims } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { listClaims } from '#citizen/parts/list-claims'

const asked = requestedClaims('hotel', 'foreigner').filter((name) => name !== 'portrait')

it('what a hotel asks a foreign permanent resident for reads as one sentence in each language', () => {
  expect(listClaims(asked, ({ en }) => en)).toBe(
    'name, last four of the number, resident number, sex, date of birth, nationality, Chinese name, validity of the card',
  )
  expect(listClaims(asked, ({ zh }) => zh)).toBe(
    '姓名、身份号码末四位、身份号码、性别、出生日期、国籍、中文姓名、证件有效期',
  )
})

it('a claim of a later version is called by its own name', () => {
  expect(listClaims(['shoe_size', 'sex'], ({ en }) => en)).toBe('shoe_size, sex')
})
