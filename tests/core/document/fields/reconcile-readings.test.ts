import type { Field } from '@nansha/core/document/fields/field'
import { reconcileReadings } from '@nansha/core/document/fields/reconcile-readings'
import { describe, expect, test } from 'vitest'

const sure = (value: string): Field => ({ value, confidence: 0.97 })
const weak = (value: string): Field => ({ value, confidence: 0.2 })
const READING = {
  number: sure('44011519951102530X'),
  name: sure('李婉清'),
  sex: sure('female'),
  ethnicity: sure('汉'),
  otherGroup: undefined,
  hasNoGroup: false,
  birthdate: sure('1995-11-02'),
  address: sure('广东省广州市南沙区进港大道80号602房'),
}

test('two equal readings are believed', () => {
  const { otherGroup, hasNoGroup, ...fields } = READING
  expect(reconcileReadings(READING, READING)).toEqual(fields)
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
    ['with an address that differs and hardly shows', { address: weak('甲') }, { address: weak('乙') }],
  ])('%s', (_, first, second) => {
    expect(reconcileReadings({ ...READING, ...first }, { ...READING, ...second })).toBeUndefined()
  })
})

describe('the ethnic group', () => {
  const none = { ethnicity: undefined, otherGroup: undefined }
  const group = (first: object, second: object, number = READING.number) =>
    reconcileReadings({ ...READING, number, ...first }, { ...READING, number, ...second })?.ethnicity
  const permits = ['810000198503120029', '820000198503120020', '830000198503120022'].map(sure)

  test.each(['穿青人', '其他', '摩梭人', '夏尔巴人'])(
    '%s is said to be none of the 56, and to be confirmed',
    (word) => {
      const read = { ...none, otherGroup: sure(word) }
      expect(group(read, read)).toEqual({ value: word, confidence: 0.6, remark: 'unlisted' })
    },
  )

  test('that two readings spell differently is hardly known, and the rest is read', () => {
    const fields = group({ ...none, otherGroup: sure('穿青人') }, { ...none, otherGroup: sure('穿肯人') })
    expect(fields).toMatchObject({ confidence: 0.4, remark: 'unlisted' })
  })

  test('of the 56 that one reading found wins over a word that another made of it', () => {
    const fields = group({ ...none, otherGroup: sure('土豕') }, { ...none, ethnicity: sure('土家') })
    expect(fields).toEqual({ value: '土家', confidence: 0.8 })
  })

  test('of one character that is none of the 56 is not believed', () => {
    expect(group({ ...none, otherGroup: sure('汗') }, { ...none, otherGroup: sure('汗') })).toEqual({
      value: '',
      confidence: 0,
    })
  })

  test.each(permits)('is not printed on the residence permit $value', (number) => {
    const empty = { ...none, hasNoGroup: true }
    expect(group(empty, empty, number)).toEqual({ value: '', confidence: 0.95, remark: 'not-printed' })
    expect(group(empty, none, number)).toEqual({ value: '', confidence: 0 })
  })

  test('that did not show on a resident ID card is asked for, and the rest is read', () => {
    const empty = { ...none, hasNoGroup: true }
    expect(group(empty, empty)).toEqual({ value: '', confidence: 0 })
  })
})
