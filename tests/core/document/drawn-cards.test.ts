import { CONFIRM_BELOW } from '@nansha/core/document/fields/field'
import { describe, expect, test } from 'vitest'
import type { CardText } from '#demo/specimen/draw-card'
import { CARD, expectRead, read } from '#support/read-drawn-card'

test.each<[string, Partial<CardText>]>([
  ['other.jpg', { ethnicity: '其他' }],
  ['chuanqing.jpg', { ethnicity: '穿青人' }],
  ['none-residence-permit.jpg', { ethnicity: '', name: '陈大文', number: '810000198503120029' }],
  ['name-two-rows.jpg', { name: '阿卜杜热合曼·买买提吐尔逊江' }],
  [
    'address-four-rows.jpg',
    { address: '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县爱新舍里镇依拉齐牛录村五组12号' },
  ],
])('a photo on which the reader once failed is read: %s', async (file, printed) => {
  await expectRead(printed, file)
})

test.each([['摩梭人', 'blurred']])(
  'a group that is none of the 56 is read as printed and to be confirmed: %s, %s',
  async (ethnicity, shot) => {
    const fields = await expectRead({ ethnicity }, shot)
    expect(fields.ethnicity.remark).toBe('unlisted')
    expect(fields.ethnicity.confidence).toBeLessThan(CONFIRM_BELOW)
  },
)

test.each([['830000198503120022', 'upsideDown']])(
  'a residence permit has no ethnic group, and the rest is read: %s, %s',
  async (number, shot) => {
    const fields = await expectRead({ number, ethnicity: '' }, shot)
    expect(fields.ethnicity.remark).toBe('not-printed')
  },
)

test.each([
  ['two rows without a dot between them', '阿卜杜克热木麦麦提依明江', 'threeQuarters'],
  ['four rows', '司马义江·阿卜杜热合曼·买买提依明江·库尔班艾力', 'plain'],
])('a name in %s is read from above: %s, %s', async (_, name, shot) => {
  await expectRead({ name }, shot)
})

test('a character that looks like a likelier one is not believed: 斡 in an address', async () => {
  const address = '内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇18号'
  const fields = await read({ ...CARD, address }, 'quarter')
  expect(fields.address.confidence).toBeLessThan(CONFIRM_BELOW)
})

describe('an address', () => {
  test.each([
    [
      'four rows that are nearly full',
      '内蒙古自治区呼伦贝尔市新巴尔虎右旗阿拉坦额莫勒镇克鲁伦大街锦绣小区18号楼3单元401',
      'quarter',
    ],
  ])('in %s is read to its end: %s, %s', async (_, address, shot) => {
    await expectRead({ address }, shot)
  })

  test.each([['住址路民族里姓名巷出生街公民身份号码楼民族号', 'perspective']])(
    'with the word of a caption keeps it, and no other field has it: %s, %s',
    async (address, shot) => {
      const fields = await expectRead({ address }, shot)
      expect(fields.ethnicity.confidence).toBeGreaterThan(CONFIRM_BELOW)
    },
  )

  test('with a word that is stamped on copies loses nothing, and is to be confirmed', async () => {
    const fields = await expectRead({ address: '辽宁省沈阳市和平区复印厂宿舍3号' }, 'plain')
    expect(fields.address.confidence).toBeLessThan(CONFIRM_BELOW)
  })
})
