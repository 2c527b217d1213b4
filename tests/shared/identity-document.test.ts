import {
  identityDocumentOf,
  isPermanentResidentRegion,
  permitCountryOf,
} from '@nansha/shared/identity-document'
import { parseResidentNumber, residentNumberCheckCharacter } from '@nansha/shared/resident-number'
import { describe, expect, it, test } from 'vitest'

const numberIn = (region: string) => {
  const body = `${region}19850312002`
  return body + residentNumberCheckCharacter(body)
}

test.each([
  ['810000', 'hong-kong-macao-permit'],
  ['820000', 'hong-kong-macao-permit'],
  ['830000', 'taiwan-permit'],
  ['440115', 'resident-id-card'],
  ['710000', 'resident-id-card'],
  ['911124', 'permanent-resident-card'],
  ['944891', 'permanent-resident-card'],
])('a number of region %s is printed on a document of the kind %s', (region, document) => {
  const parsed = parseResidentNumber(numberIn(region))
  expect(parsed.ok && identityDocumentOf(parsed.number)).toBe(document)
})

describe('a number that no document has', () => {
  it.each(['911156', '944158', '931344', '912446'])(
    'is a foreigner’s of Chinese nationality: %s',
    (region) => {
      expect(parseResidentNumber(numberIn(region))).toEqual({ ok: false, code: 'NUMBER_REGION' })
    },
  )

  it.each(['810001', '810100', '821000', '830102'])('has a region within those of permits: %s', (region) => {
    expect(parseResidentNumber(numberIn(region))).toEqual({ ok: false, code: 'NUMBER_REGION' })
  })

  it.each(['840000', '900124', '916124', '971124', '981124'])('begins with no province: %s', (region) => {
    expect(parseResidentNumber(numberIn(region))).toEqual({ ok: false, code: 'NUMBER_REGION' })
  })
})

it('a permit tells where its holder is from, and no other document does', () => {
  const from = ['810000', '820000', '830000', '440115', '911124'].map((region) =>
    permitCountryOf(numberIn(region)),
  )
  expect(from).toEqual(['HKG', 'MAC', 'TWN', undefined, undefined])
})

it('a foreigner’s number begins with 9, a province and a nationality', () => {
  expect(isPermanentResidentRegion('911124')).toBe(true)
  for (const region of ['411124', '191112', '997124', '911344'])
    expect(isPermanentResidentRegion(region), region).toBe(false)
})
