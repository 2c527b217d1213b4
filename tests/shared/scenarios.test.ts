import {
  asksForeignersElse,
  disclosedClaims,
  documentOf,
  holderBy,
  isAtLeast,
  isDocumentTaken,
  isOfChild,
  isPassScenario,
  PASS_SCENARIOS,
  passClaims,
  registeredClaims,
  requestedClaims,
  SCENARIO_NAMES,
  SCENARIOS,
  type Scenario,
  scenarioById,
  takesChildren,
  UNLOCK_METHODS,
  UNLOCK_RULES,
} from '@nansha/shared/scenarios'
import { describe, expect, it } from 'vitest'

const where = (holds: (scenario: Scenario) => boolean) =>
  SCENARIO_NAMES.filter((name) => holds(SCENARIOS[name]))

describe('the table of scenarios', () => {
  it('gives each a number that stays, and titles in both languages', () => {
    expect(SCENARIO_NAMES.map((name) => [SCENARIOS[name].id, name])).toEqual([
      [1, 'hotel'],
      [2, 'gate'],
      [3, 'counter'],
      [4, 'bank'],
      [5, 'age'],
      [6, 'roadside'],
      [7, 'car-rental'],
      [8, 'medical'],
    ])
    for (const name of SCENARIO_NAMES) {
      const { title, passTitle }: Scenario = SCENARIOS[name]
      for (const words of [title, ...(passTitle ? [passTitle] : [])]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u)
        expect(words.en).toMatch(/[a-z]/)
      }
      expect([name, scenarioById(SCENARIOS[name].id)]).toEqual([name, name])
      expect([name, passTitle !== undefined]).toEqual([name, isPassScenario(name)])
    }
    expect([scenarioById(0), scenarioById(9)]).toEqual([undefined, undefined])
  })

  it('says where a presentation begins, in which forms, and who may be shown', () => {
    expect(where(({ startsFrom }) => startsFrom === 'holder-qr')).toEqual([
      'hotel',
      'gate',
      'age',
      'roadside',
    ])
    expect(where(({ deskMayAsk }) => !deskMayAsk)).toEqual(['gate', 'roadside'])
    expect(PASS_SCENARIOS).toEqual(['gate', 'age', 'roadside'])
    expect(where(({ forms }) => forms.includes('ticket'))).toEqual(SCENARIO_NAMES)
    expect(SCENARIO_NAMES.filter(takesChildren)).toEqual(['hotel', 'gate'])
    expect(SCENARIO_NAMES.filter(asksForeignersElse)).toEqual(['hotel'])
    expect(where(({ verdictSeconds }) => verdictSeconds === 8)).toEqual(['hotel', 'gate', 'age'])
  })

  it('says what the holder must have done', () => {
    expect(where(({ unlock }) => unlock === 'fresh-face-or-pin')).toEqual(['gate'])
    expect(where(({ unlock }) => unlock === 'fresh-face-or-fresh-pin')).toEqual(['bank'])
    expect(where(({ unlock }) => unlock === 'pin-or-biometric')).toHaveLength(6)
    expect(UNLOCK_RULES).toEqual({
      'pin-or-biometric': { biometric: true },
      'fresh-face-or-pin': { biometric: false, faceMinutes: 30 },
      'fresh-face-or-fresh-pin': {
        biometric: false,
        pinMinutes: 5,
        faceMinutes: 30,
        weakestFace: 'platform-face',
      },
    })
    expect(UNLOCK_METHODS).toEqual(['pin', 'face', 'biometric'])
  })

  it('says what a desk sees, what goes to a register, and which document it is about', () => {
    expect(Object.fromEntries(SCENARIO_NAMES.map((name) => [name, disclosedClaims(name).join()]))).toEqual({
      hotel: 'portrait,name,id_number_last4',
      gate: 'portrait,name,id_number_last4',
      counter: 'name,id_number,sex,birthdate,address,portrait',
      bank: 'name,id_number,address,portrait,card_validity',
      age: 'age_equal_or_over.18,portrait',
      roadside: 'portrait,name,id_number_last4,vehicle_classes,licence_status,licence_valid_until',
      'car-rental':
        'portrait,name,id_number,vehicle_classes,licence_status,licence_valid_until,licence_first_issued',
      medical: 'portrait,name,social_security_number,social_security_card_number,social_security_card_status',
    })
    const registered = SCENARIO_NAMES.filter((name) => registeredClaims(name).length > 0)
    expect(registered).toEqual(['hotel'])
    expect(registeredClaims('hotel').join()).toBe('name,id_number,sex,ethnicity,birthdate,address')
    expect(registeredClaims('hotel', 'foreigner').join()).toBe(
      'name,id_number,sex,birthdate,nationality,chinese_name,card_validity',
    )
    expect(registeredClaims('gate', 'foreigner')).toEqual([])
    expect(SCENARIO_NAMES.flatMap((name) => documentOf(name) ?? [])).toEqual([
      'driving-licence',
      'driving-licence',
      'social-security-card',
    ])
  })
})

it('what is approved in one tap is what is shown and what is registered, each once', () => {
  expect(requestedClaims('hotel').join()).toBe(
    'portrait,name,id_number_last4,id_number,sex,ethnicity,birthdate,address',
  )
  expect(requestedClaims('gate', 'child').join()).toBe(
    'portrait,name,id_number_last4,guardian_name,guardian_relation',
  )
  expect(requestedClaims('hotel', 'foreigner')).toContain('nationality')
  expect(passClaims('roadside').join()).toBe(
    'name,id_number_last4,vehicle_classes,licence_status,licence_valid_until',
  )
})

it('whose claims they are is told by what they say', () => {
  expect([holderBy({}), holderBy({ nationality: 'FRA' })]).toEqual(['holder', 'foreigner'])
  expect([
    isOfChild({ name: 'a' }),
    isOfChild({ guardian_name: 'a' }),
    isOfChild({ guardian_relation: 'a' }),
  ]).toEqual([false, true, true])
})

it('a way of being seen is as strong as those after it in the list, and a specimen’s where specimens are taken', () => {
  expect(isAtLeast('platform-face', 'platform-face', false)).toBe(true)
  expect(isAtLeast('guided-face', 'platform-face', true)).toBe(false)
  expect(isAtLeast('in-person', 'platform-face', false)).toBe(true)
  expect([isAtLeast('specimen', 'in-person', true), isAtLeast('specimen', 'specimen', false)]).toEqual([
    true,
    false,
  ])
})

it('a document is taken upon an identity that is strong enough for one of its purposes', () => {
  expect(isDocumentTaken('driving-licence', 'guided-face', false)).toBe(true)
  expect(isDocumentTaken('social-security-card', 'platform-face', false)).toBe(false)
  expect(isDocumentTaken('social-security-card', 'face+registry', false)).toBe(true)
  expect(isDocumentTaken('social-security-card', 'specimen', true)).toBe(true)
})
