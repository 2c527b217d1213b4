import { disclosedBy } from '@nansha/shared/documents/disclosed'
import { DrivingLicence } from '@nansha/shared/documents/driving-licence'
import { SocialSecurityCard } from '@nansha/shared/documents/social-security-card'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { licenceOf, socialSecurityCardOf } from '#support/documents'

it('a driving licence tells a desk its classes, how it stands and its days', () => {
  const driving_privileges = [{ vehicle_category_code: 'A2' }, { vehicle_category_code: 'E' }] as const
  const licence = licenceOf(undefined, { driving_privileges: [...driving_privileges] })
  expect(v.is(DrivingLicence, licence)).toBe(true)
  expect(disclosedBy(licence)).toEqual({
    vehicle_classes: 'A2,E',
    licence_status: 'normal',
    licence_valid_until: '2026-05-20',
    licence_first_issued: '2010-05-20',
  })
})

it('a social security card tells a desk its numbers and how it stands', () => {
  const card = socialSecurityCardOf()
  expect(v.is(SocialSecurityCard, card)).toBe(true)
  expect(disclosedBy(card)).toEqual({
    social_security_number: card.social_security_number,
    social_security_card_number: 'A12345678',
    social_security_card_status: 'normal',
  })
})

it('a document without a field, or with one that it does not have, is none', () => {
  for (const [schema, document] of [
    [DrivingLicence, licenceOf()],
    [SocialSecurityCard, socialSecurityCardOf()],
  ] as const) {
    expect(v.is(schema, { ...document, more: 1 })).toBe(false)
    for (const field of Object.keys(document)) {
      const { [field as keyof typeof document]: _, ...rest } = document
      expect([field, v.is(schema, { ...rest, [field]: 12 } as never)]).toEqual([
        field,
        field === 'penalty_points',
      ])
    }
  }
})
