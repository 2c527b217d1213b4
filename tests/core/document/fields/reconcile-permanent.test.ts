import type { PermanentReading } from '@nansha/core/document/fields/parse-permanent-side'
import { reconcilePermanent } from '@nansha/core/document/fields/reconcile-permanent'
import { expect, it } from 'vitest'

const field = (value: string, confidence = 0.99) => ({ value, confidence })
const READING: PermanentReading = {
  number: field('911124198108030024'),
  name: field('LI, LILY'),
  chineseName: undefined,
  sex: field('female'),
  birthdate: field('1981-08-03'),
  nationality: field('CAN'),
  validFrom: field('2024-01-15'),
  validUntil: field('2034-01-15'),
}

it('two readings that agree are believed, and a Chinese name that neither found is not printed', () => {
  const read = reconcilePermanent(READING, READING)
  expect(read?.name).toEqual(field('LI, LILY'))
  expect(read?.chineseName).toMatchObject({ value: '' })
  expect(read?.chineseName.confidence).toBeGreaterThan(0.9)
})

it('of two readings of the name that of capitals counts, and is to be confirmed', () => {
  const read = reconcilePermanent({ ...READING, name: field('LI, LIIY', 1) }, READING)
  expect(read?.name.value).toBe('LI, LILY')
  expect(read?.name.confidence).toBeLessThan(0.5)
})

it('the nationality is the printed one, also where the number has another', () => {
  const other = { ...READING, nationality: field('FRA') }
  expect(reconcilePermanent(other, other)?.nationality.value).toBe('FRA')
})

it.each<[string, Partial<PermanentReading>]>([
  ['a number that is no foreigner’s', { number: field('44011519850312002X') }],
  ['no nationality', { nationality: undefined }],
  ['a validity of twenty years', { validUntil: field('2044-01-15') }],
  ['a validity without an end', { validUntil: field('long-term') }],
])('with %s another photo is needed', (_, changes) => {
  const reading = { ...READING, ...changes }
  expect(reconcilePermanent(reading, reading)).toBeUndefined()
})
