import { parsePortraitSide } from '@nansha/core/document/fields/parse-portrait-side'
import { describe, expect, test } from 'vitest'
import { cardLine } from '#support/card-lines'

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

test('parsePortraitSide takes the six fields from joined and separate lines in any order', () => {
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

test('parsePortraitSide joins a number that was found in pieces', () => {
  const pieces = [cardLine('4401151995', 0.335, 0.87), cardLine('1102530x', 0.62, 0.872)]
  expect(parsePortraitSide([...CARD.slice(0, -1), ...pieces]).number?.value).toBe('44011519951102530X')
})

test('parsePortraitSide has no number when the check character is wrong', () => {
  const wrong = cardLine('440115199511025301', 0.335, 0.87)
  expect(parsePortraitSide([...CARD.slice(0, -1), wrong]).number).toBeUndefined()
})

test('parsePortraitSide knows a caption of which half was misread by its place', () => {
  const [, ...rest] = CARD
  expect(parsePortraitSide([cardLine('娃名李婉清', 0.07, 0.14), ...rest]).name?.value).toBe('李婉清')
})

test('parsePortraitSide finds the ethnic group beside a caption that lost a character', () => {
  const others = CARD.filter((line) => line !== GROUP)
  expect(parsePortraitSide([...others, cardLine('民__土家', 0.3, 0.26)]).ethnicity?.value).toBe('土家')
})

describe('the ethnic group', () => {
  const beside = (...lines: Parameters<typeof parsePortraitSide>[0]) =>
    parsePortraitSide([...CARD.filter((line) => line !== GROUP), ...lines])

  test.each(['穿青人', '其他', '革家人', '汗'])(
    'is told apart from the 56 when the card prints %s',
    (word) => {
      const reading = beside(cardLine(`民族${word}`, 0.29, 0.26))
      expect(reading).toMatchObject({ ethnicity: undefined, otherGroup: { value: word }, hasNoGroup: false })
    },
  )

  test('is not there at all when neither caption nor value is', () => {
    expect(beside()).toMatchObject({ ethnicity: undefined, otherGroup: undefined, hasNoGroup: true })
  })

  test('is not taken for absent when its caption was misread', () => {
    expect(beside(cardLine('尼旅汉', 0.3, 0.26))).toMatchObject({
      ethnicity: { value: '汉' },
      hasNoGroup: false,
    })
  })

  test('is doubtful when something else stands beside it', () => {
    expect(beside(cardLine('民族汉A', 0.29, 0.26)).ethnicity).toEqual({ value: '汉', confidence: 0.5 })
  })
})

describe('a caption’s word inside an address', () => {
  const withAddress = (...rows: string[]) =>
    parsePortraitSide([
      ...CARD.filter((line) => !ADDRESS.includes(line)),
      cardLine('住址', 0.07, 0.495),
      ...rows.map((row, i) => cardLine(row, 0.175, 0.495 + 0.083 * i)),
    ])

  test.each([
    [['湖北省武汉市洪山区民族', '大道182号']],
    [['民族路住址里出生巷姓名', '街3号']],
    [['住址街12号']],
    [['云南省昆明市五华区姓名', '巷出生里公民身份号码路', '性别楼3号']],
    [['内蒙古自治区呼伦贝尔市', '莫力达瓦达斡尔族自治旗', '尼尔基镇巴特罕大街出生', '民族小区18号楼']],
  ])('stays in it, and changes no other field: %j', (rows) => {
    const reading = withAddress(...rows)
    expect(reading.address).toMatchObject({ value: rows.join(''), confidence: 0.99 })
    expect(reading).toMatchObject({
      name: { value: '李婉清', confidence: 0.99 },
      sex: { value: 'female', confidence: 0.99 },
      ethnicity: { value: '土家', confidence: 0.99 },
      birthdate: { value: '1995-11-02', confidence: 0.99 },
      number: { value: '44011519951102530X' },
    })
  })

  test('is no caption even where the caption itself was not read', () => {
    const lines = CARD.filter((line) => line !== GROUP && !ADDRESS.includes(line))
    const rows = [cardLine('住址', 0.07, 0.495), cardLine('湖北省武汉市民族大道2号', 0.175, 0.495)]
    expect(parsePortraitSide([...lines, ...rows])).toMatchObject({
      address: { value: '湖北省武汉市民族大道2号' },
      hasNoGroup: true,
    })
  })
})

describe('a name', () => {
  const NAMES: [string[], number][] = [
    [['阿卜杜热合曼·', '买买提吐尔逊江'], 0.062],
    [['努尔古丽阿依木尼沙·', '阿卜杜克热木麦麦提'], 0.058],
    [['阿卜杜热合曼江·', '买买提吐尔逊江·', '艾合买提江'], 0.05],
    [['司马义江·', '阿卜杜热合曼·', '买买提依明·', '库尔班'], 0.043],
  ]
  const inRows = (rows: string[], pitch: number) =>
    rows.map((row, i) => cardLine(row, 0.175, 0.14 + (i - (rows.length - 1) / 2) * pitch, 0.99, 0.045))

  test.each(NAMES)('in the rows %j is read from above, in whatever order they were found', (rows, pitch) => {
    const lines = [...CARD.filter((line) => line !== NAME), cardLine('姓名', 0.07, 0.14)]
    const reading = parsePortraitSide([...lines, ...inRows(rows, pitch).reverse()])
    expect(reading.name).toEqual({ value: rows.join(''), confidence: 0.99 })
    expect(reading.sex).toEqual({ value: 'female', confidence: 0.99 })
  })

  test('is doubtful when print beside it is no part of a name', () => {
    const lines = [...CARD.filter((line) => line !== NAME), cardLine('姓名李婉清8', 0.07, 0.14)]
    expect(parsePortraitSide(lines).name).toEqual({ value: '李婉清', confidence: 0.5 })
  })

  test('has the dot that registries have', () => {
    const lines = [...CARD.filter((line) => line !== NAME), cardLine('姓名古丽娜•买买提', 0.07, 0.14)]
    expect(parsePortraitSide(lines).name?.value).toBe('古丽娜·买买提')
  })
})

test('sex and birthdate are doubtful when more stands beside them', () => {
  const others = CARD.filter((line) => line !== SEX && !BIRTH.includes(line))
  const more = [
    cardLine('性别女未', 0.07, 0.26),
    cardLine('出生', 0.07, 0.375),
    cardLine('1995年11月2日AB', 0.175, 0.375),
  ]
  expect(parsePortraitSide([...others, ...more])).toMatchObject({
    sex: { value: 'female', confidence: 0.5 },
    birthdate: { value: '1995-11-02', confidence: 0.5 },
  })
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

  test.each(['复印厂宿舍3号', '样本路12号', '仅供办理租房使用'])(
    'is doubtful, and loses nothing, when a row holds a word that is stamped elsewhere: %s',
    (row) => {
      expect(address(cardLine(row, 0.175, 0.661))).toMatchObject({
        value: `广东省广州市南沙区进港大道80号602房${row}`,
        confidence: 0.5,
      })
    },
  )

  test('is doubtful when a row that another follows ends too soon', () => {
    const lines = CARD.filter((line) => line !== ADDRESS[1])
    const reading = parsePortraitSide([...lines, cardLine('广东省', 0.175, 0.495)])
    expect(reading.address?.confidence).toBe(0.5)
  })

  test('is doubtful when a row was found in two pieces with a hole between', () => {
    const lines = CARD.filter((line) => line !== ADDRESS[1])
    const pieces = [cardLine('广东省广州', 0.175, 0.495), cardLine('沙区进港', 0.431, 0.495)]
    expect(parsePortraitSide([...lines, ...pieces]).address?.confidence).toBe(0.5)
  })

  test.each(['进港〈道80号602房', '进港大道80号柰602房'])(
    'is doubtful when it holds what the net makes of characters that it does not know: %s',
    (row) => {
      const lines = CARD.filter((line) => line !== ADDRESS[2])
      const reading = parsePortraitSide([...lines, cardLine(row.replace('柰', '奈'), 0.175, 0.578)])
      expect(reading.address?.confidence).toBe(0.5)
    },
  )

  test('has no room for a row below its fourth: there stands the number', () => {
    const more = [cardLine('一二三四五六七八九十一', 0.175, 0.661), cardLine('五组12号', 0.175, 0.744)]
    const rows = address(...more)?.rows
    expect(rows?.bottom).toBeCloseTo(0.744)
    expect((rows?.bottom ?? 0) + (rows?.pitch ?? 0)).toBeGreaterThan(rows?.floor ?? 1)
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
