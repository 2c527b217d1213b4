import type { Field } from '@nansha/core/document/fields/field'
import { reconcileReadings } from '@nansha/core/document/fields/reconcile-readings'
import { describe, expect, test } from 'vitest'

const sure = (value: string): Field => ({ value, confidence: 0.97 })
const READING = {
  number: sure('44011519951102530X'),
  name: sure('李婉清'),
  sex: sure('female'),
  ethnicity: sure('汉'),
  birthdate: sure('1995-11-02'),
  address: sure('广东省广州市南沙区进港大道80号602房'),
}

test('two equal readings are believed', () => {
  expect(reconcileReadings(READING, READING)).toEqual(READING)
})

describe('confidence falls', () => {
  test('to 0.4 where the two differ', () => {
    const other = { ...READING, address: sure('广东省广州市南沙区进港大道80号603房') }
    expect(reconcileReadings(READING, other)?.address.confidence).toBe(0.4)
  })

  test('to 0.8 where only one has it', () => {
    const fields = reconcileReadings({ ...READING, number: undefined, name: undefined }, READING)
    expect(fields?.number).toEqual({ ...READING.number, confidence: 0.8 })
    expect(fields?.name.confidence).toBe(0.8)
  })

  test('to 0.1 where the print contradicts the number, whose values stay', () => {
    const forged = { ...READING, sex: sure('male'), birthdate: sure('1985-11-02') }
    expect(reconcileReadings(forged, forged)).toMatchObject({
      sex: { value: 'female', confidence: 0.1 },
      birthdate: { value: '1995-11-02', confidence: 0.1 },
    })
  })

  test('to 0.8 where the print of what follows from the number is missing', () => {
    const bare = { ...READING, sex: undefined, birthdate: undefined }
    expect(reconcileReadings(bare, bare)).toMatchObject({
      sex: { value: 'female', confidence: 0.8 },
      birthdate: { value: '1995-11-02', confidence: 0.8 },
    })
  })
})

describe('another photo is needed', () => {
  test.each([
    ['without a number', { number: undefined }, { number: undefined }],
    ['with two numbers', {}, { number: sure('440115198803128234') }],
    ['without an address', { address: undefined }, { address: undefined }],
    ['without an ethnic group', { ethnicity: undefined }, { ethnicity: undefined }],
  ])('%s', (_, first, second) => {
    expect(reconcileReadings({ ...READING, ...first }, { ...READING, ...second })).toBeUndefined()
  })
})
