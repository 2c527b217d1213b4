import type { CitizenClaims } from '@nansha/core/records/citizens'

/** The person whom the tests are about, as the card has her. */
export const RESIDENT: CitizenClaims = {
  name: '李明',
  id_number: '11010519491231002X',
  sex: 'female',
  birthdate: '1949-12-31',
  ethnicity: '汉',
  address: '广东省广州市南沙区进港大道1号',
  card_validity: 'long-term',
}
