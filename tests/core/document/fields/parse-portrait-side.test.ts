import { parsePortraitSide } from '@nansha/core/document/fields/parse-portrait-side'
import { describe, expect, test } from 'vitest'
import { cardLine } from '../../../support/card-lines'

const NAME = cardLine('姓名李婉清', 0.07, 0.14)
const SEX = cardLine('性别女', 0.07, 0.26)
const GROUP = cardLine('民族土家', 0.29, 0.26)
const BIRTH = [cardLine('出生', 0.07, 0.375), cardLine('1995年11月2日', 0.175, 0.375)]
const ADDRESS = [
  cardLine('住址', 0.07, 0.495),
  cardLine('广东省广州市南沙区进港', 0.175, 0.495),
  cardLine('大道80号602房', 0.175, 0.578),
]
const NUMBER = [cardLine('公民身份号码', 0.07, 0.87), cardLine('44011519951102530X', 0.335, 0.87)]
const CARD = [NAME, SEX, GROUP, ...BIRTH, ...ADDRESS, ...NUMBER]

test('takes the six fields from joined and separate lines in any order', () => {
  const reading = parsePortraitSide([...CARD].reverse())
  expect(reading).toMatchObject({
    number: { value: '44011519951102530X', confidence: 0.99 },
    name: { value: '李婉清' },
    sex: { value: 'female' },
    ethnicity: { value: '土家' },
    birthdate: { value: '1995-11-02' },
    address: { value: '广东省广州市南沙区进港大道80号602房', confidence: 0.99 },
  })
})

test('joins a number that was found in pieces', () => {
  const pieces = [cardLine('4401151995', 0.335, 0.87), cardLine('1102530x', 0.62, 0.872)]
  expect(parsePortraitSide([...CARD.slice(0, -1), ...pieces]).number?.value).toBe('44011519951102530X')
})

test('has no number when the check character is wrong', () => {
  const wrong = cardLine('440115199511025301', 0.335, 0.87)
  expect(parsePortraitSide([...CARD.slice(0, -1), wrong]).number).toBeUndefined()
})

test('knows a caption of which half was misread by its place', () => {
  const [, ...rest] = CARD
  expect(parsePortraitSide([cardLine('娃名李婉清', 0.07, 0.14), ...rest]).name?.value).toBe('李婉清')
})

test('finds the ethnic group beside a caption that lost a character', () => {
  const others = CARD.filter((line) => line !== GROUP)
  expect(parsePortraitSide([...others, cardLine('民__土家', 0.3, 0.26)]).ethnicity?.value).toBe('土家')
})

test('has no ethnic group that is none of the 56', () => {
  const others = CARD.filter((line) => line !== GROUP)
  expect(parsePortraitSide([...others, cardLine('民族汗', 0.29, 0.26)]).ethnicity).toBeUndefined()
})

describe('the address', () => {
  const address = (...lines: Parameters<typeof parsePortraitSide>[0]) =>
    parsePortraitSide([...CARD, ...lines]).address

  test('is without the words that are stamped on specimens', () => {
    expect(address(cardLine('样本SPECIMEN', 0.175, 0.661))).toMatchObject({
      value: '广东省广州市南沙区进港大道80号602房',
      confidence: 0.99,
    })
  })

  test('is doubtful when print stands below it that does not follow on', () => {
    expect(address(cardLine('仅限本人', 0.3, 0.75))?.confidence).toBe(0.5)
  })

  test('is none when its beginning did not show', () => {
    const lines = CARD.filter((line) => line !== ADDRESS[1])
    expect(parsePortraitSide([...lines, cardLine('南沙区进港', 0.37, 0.495)]).address).toBeUndefined()
  })

  test.each(['广东省广州_南沙区进港', '广东省广州市南沙区进_', '_东省广州市南沙区进港'])(
    'is doubtful when a character was passed over: %s',
    (row) => {
      const lines = CARD.filter((line) => line !== ADDRESS[1])
      expect(parsePortraitSide([...lines, cardLine(row, 0.175, 0.495)]).address?.confidence).toBe(0.5)
    },
  )
})
