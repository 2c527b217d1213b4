import { ASSURANCES, meetsAssurance, SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'

const acceptedBy = (assurance: (typeof ASSURANCES)[number], acceptSpecimens = false) =>
  SCENARIO_NAMES.filter((scenario) => meetsAssurance(assurance, scenario, acceptSpecimens))

it('assurance says for each purpose what proofing is enough', () => {
  expect(Object.fromEntries(ASSURANCES.map((assurance) => [assurance, acceptedBy(assurance)]))).toEqual({
    specimen: [],
    'guided-face': ['hotel', 'gate', 'age', 'roadside'],
    'platform-face': ['hotel', 'gate', 'age', 'roadside'],
    'face+registry': SCENARIO_NAMES,
    'in-person': SCENARIO_NAMES,
  })
})

it('assurance takes synthetic citizens for anything in a local deployment, and nobody else for more than before', () => {
  expect(acceptedBy('specimen', true)).toEqual(SCENARIO_NAMES)
  expect(acceptedBy('guided-face', true)).toEqual(['hotel', 'gate', 'age', 'roadside'])
})
