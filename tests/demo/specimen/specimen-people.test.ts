import { isEthnicGroup } from '@nansha/shared/ethnic-groups'
import { parsePermanentResidentNumber } from '@nansha/shared/permanent-resident-number'
import { nameFault, normaliseName } from '@nansha/shared/person-name'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { describe, expect, test } from 'vitest'
import { SPECIMEN_FOREIGNER } from '#demo/specimen/specimen-foreigner'
import { SPECIMEN_PEOPLE } from '#demo/specimen/specimen-people'

describe.each(SPECIMEN_PEOPLE)('the specimen person $id', (person) => {
  test('has a number of Nansha that says the same birth and sex as the card', () => {
    expect(parseResidentNumber(person.number)).toEqual({
      ok: true,
      number: person.number,
      region: '440115',
      birthdate: person.birth,
      sex: person.sex,
    })
    expect(isEthnicGroup(person.ethnicity)).toBe(true)
  })

  test('holds a card as long as the law gives at that age', () => {
    const years = (from: string, to: string) => Number(to.slice(0, 4)) - Number(from.slice(0, 4))
    const age =
      years(person.birth, person.validFrom) - (person.validFrom.slice(5) < person.birth.slice(5) ? 1 : 0)
    const lawful = age >= 46 ? 'long-term' : age >= 26 ? 20 : age >= 16 ? 10 : 5
    const validity =
      person.validUntil === 'long-term' ? 'long-term' : years(person.validFrom, person.validUntil)
    expect(validity).toBe(lawful)
  })
})

test('there are at least eight specimen people, each with an own number', () => {
  expect(SPECIMEN_PEOPLE.length).toBeGreaterThanOrEqual(8)
  expect(new Set(SPECIMEN_PEOPLE.map((person) => person.number)).size).toBe(SPECIMEN_PEOPLE.length)
})

test('the number and the name of the specimen foreigner are well-formed, and say who she is', () => {
  const { name, chineseName, number, sex, birth: birthdate } = SPECIMEN_FOREIGNER
  expect(parsePermanentResidentNumber(number)).toEqual({ ok: true, issue: 2023, number, sex, birthdate })
  expect([name, chineseName].map(nameFault)).toEqual([undefined, undefined])
  expect(normaliseName(name)).toBe(name)
})
