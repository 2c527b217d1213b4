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

/** A foreign permanent resident, as the card of 2023 has her. */
export const FOREIGNER: CitizenClaims = {
  name: 'SPECIMEN, ANNA MARIA',
  id_number: '911124198108030024',
  sex: 'female',
  birthdate: '1981-08-03',
  nationality: 'FRA',
  chinese_name: '白安娜',
  card_validity: '2034-01-15',
}
