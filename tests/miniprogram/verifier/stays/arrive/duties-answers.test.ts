import { MinorDuties } from '@nansha/shared/api/guest-document'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { type Answers, dutiesOf } from '#verifier/stays/arrive/duties-answers'

const ALL: Required<Answers> = {
  guardian: '李娜',
  contact: '13800000000',
  reached: 'no',
  relation: 'relative',
  visitors: 'told',
  suspicion: 'none',
}

it('every answer of the clerk stands in the duties for a minor', () => {
  expect(v.parse(MinorDuties, dutiesOf(ALL))).toEqual({
    guardian: '李娜',
    contact: '13800000000',
    guardianReached: false,
    relation: 'relative',
    visitorsControlled: true,
    suspicion: 'none',
  })
})

it.each(Object.keys(ALL) as (keyof Answers)[])('the duties for a minor are not done without %s', (left) => {
  const { [left]: _, ...others } = ALL
  const answers = { guardian: '', contact: '', ...others }
  expect(dutiesOf(answers)).toBeUndefined()
})

it('a blank is no name of a guardian and no telephone number', () => {
  expect(dutiesOf({ ...ALL, guardian: ' ' })).toBeUndefined()
  expect(dutiesOf({ ...ALL, contact: ' ' })).toBeUndefined()
})
