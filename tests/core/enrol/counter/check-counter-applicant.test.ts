import { checkCounterApplicant } from '@nansha/core/enrol/counter/check-counter-applicant'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { expect, it } from 'vitest'

/** Noon in China on 10 March 2026. */
const NOW = Date.parse('2026-03-10T04:00:00Z')
const numberOf = (birthdate: string) =>
  createResidentNumber({ region: '440115', birthdate, sex: 'male' }, () => 0.3)
const guardianBorn = (birthdate: string) => ({ name: '李明', idNumber: numberOf(birthdate) })
const ADULT = guardianBorn('1980-01-01')
const outcome = (birthdate: string, guardian?: typeof ADULT, cardValidity = 'long-term') =>
  outcomeOf({ idNumber: numberOf(birthdate), cardValidity, guardian })
const outcomeOf = (card: Parameters<typeof checkCounterApplicant>[0]) => {
  try {
    checkCounterApplicant(card, NOW)
    return 'accepted'
  } catch (error) {
    const { code, details } = error as { code: string; details?: { field?: string } }
    return [code, details?.field].filter(Boolean).join(' ')
  }
}

it.each([
  ['a child the day before turning 14, alone', '2012-03-11', undefined, 'GUARDIAN_REQUIRED'],
  ['a child the day before turning 14, with an adult', '2012-03-11', ADULT, 'accepted'],
  ['a person who turns 14 today, alone', '2012-03-10', undefined, 'accepted'],
  ['a person who turns 14 today, with an adult', '2012-03-10', ADULT, 'INPUT_INVALID guardian'],
  ['a child with who turns 18 today', '2015-06-01', guardianBorn('2008-03-10'), 'accepted'],
  ['a child with who turns 18 tomorrow', '2015-06-01', guardianBorn('2008-03-11'), 'INPUT_INVALID guardian'],
] as const)('at the counter comes %s', (_, birthdate, guardian, expected) => {
  expect(outcome(birthdate, guardian)).toBe(expected)
})

it.each([
  ['on its last day', '2026-03-10', 'accepted'],
  ['the day after', '2026-03-09', 'CARD_EXPIRED'],
  ['for longer than any card', '2046-03-11', 'CARD_NOT_YET_VALID'],
  ['until no day of the calendar', '2026-02-30', 'INPUT_INVALID cardValidity'],
])('a card is taken at the counter or not: valid %s', (_, cardValidity, expected) => {
  expect(outcome('1980-01-01', undefined, cardValidity)).toBe(expected)
})

it.each([
  ['a nationality', { nationality: 'CAN' }, 'accepted'],
  ['a nationality and a Chinese name', { nationality: 'CAN', chineseName: '白安娜' }, 'accepted'],
  ['no nationality', {}, 'INPUT_INVALID nationality'],
  ['an address', { nationality: 'CAN', address: '广州市南沙区' }, 'INPUT_INVALID address'],
  ['an ethnic group', { nationality: 'CAN', ethnicity: '汉' }, 'INPUT_INVALID ethnicity'],
])('a foreign permanent resident’s card at the counter has %s: %j', (_, printed, expected) => {
  expect(outcomeOf({ idNumber: '911124198108030024', cardValidity: '2034-01-15', ...printed })).toBe(expected)
})

it('a resident ID card at the counter has no nationality', () => {
  const card = { idNumber: numberOf('1980-01-01'), cardValidity: 'long-term', nationality: 'CAN' }
  expect(outcomeOf(card)).toBe('INPUT_INVALID nationality')
})
