import {
  isAnnulled,
  isInHouse,
  isUnreported,
  nextStayState,
  STAY_STATES,
  type StayState,
} from '@nansha/shared/stays/stay-states'
import { expect, it } from 'vitest'

const EVENTS = ['receipt', 'correct', 'depart', 'annul'] as const

it.each<[StayState, (StayState | undefined)[]]>([
  ['arrived', ['reported', 'corrected', 'departed', 'annulled']],
  ['reported', [undefined, 'corrected', 'departed', 'annulled']],
  ['corrected', ['reported', 'corrected', 'departed', 'annulled']],
  ['departed', ['departure-reported', 'departed', undefined, undefined]],
  ['departure-reported', [undefined, 'departed', undefined, undefined]],
  ['annulled', ['annulment-reported', undefined, undefined, undefined]],
  ['annulment-reported', [undefined, undefined, undefined, undefined]],
])('a stay that is %s becomes, by receipt, correction, departure and annulment: %j', (state, next) => {
  expect(EVENTS.map((event) => nextStayState(state, event))).toEqual(next)
})

it('guests are in the house, a report is open and a stay is annulled in these states', () => {
  expect(STAY_STATES.filter(isInHouse)).toEqual(['arrived', 'reported', 'corrected'])
  expect(STAY_STATES.filter(isUnreported)).toEqual(['arrived', 'corrected', 'departed', 'annulled'])
  expect(STAY_STATES.filter(isAnnulled)).toEqual(['annulled', 'annulment-reported'])
})
