import { expect, test } from 'vitest'
import { type CardResult, FIELDS, scoreCards, type Truth } from './score-cards'

const TRUTH: Truth = {
  name: '张赟',
  sex: '男',
  ethnicity: '汉',
  birth: '1990-1-9',
  address: '广东省广州市南沙区丰泽东路106号',
  number: '440115199001099077',
}
const READ = { ...TRUTH, sex: 'male', birth: '1990-01-09' }

function result(read: Truth, confirm: readonly string[] = ['name']): CardResult {
  const fields = Object.fromEntries(
    FIELDS.map((field) => [field, { value: read[field], confirm: confirm.includes(field) }]),
  )
  return { ms: 500, fields: fields as Record<keyof Truth, { value: string; confirm: boolean }> }
}

test('scoreCards takes words and dates in either form for the same', () => {
  const score = scoreCards([{ truth: TRUTH, result: result(READ) }])
  expect(score).toMatchObject({ cards: 1, refused: 0, allSix: 1, silentErrors: 0, msPerCard: 500 })
})

test('scoreCards counts a wrong value as silent only when nobody is asked to confirm it', () => {
  const wrong = { ...READ, name: '张贺', address: '广东省广州市' }
  const asked = scoreCards([{ truth: TRUTH, result: result(wrong, ['name', 'address']) }])
  expect(asked).toMatchObject({ allSix: 0, silentErrors: 0, fields: { name: 0, address: 0, number: 1 } })
  const unasked = scoreCards([{ truth: TRUTH, result: result(wrong) }])
  expect(unasked.silentErrors).toBe(1)
})

test('scoreCards leaves refused photos out of the rates and counts them', () => {
  const refused: CardResult = { ms: 300, refused: 'CARD_BLURRED' }
  const score = scoreCards([
    { truth: TRUTH, result: result(READ) },
    { truth: TRUTH, result: refused },
  ])
  expect(score).toMatchObject({ cards: 2, refused: 1, allSix: 1, msPerCard: 400 })
})
