import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CONFIRM_BELOW } from '@nansha/core/document/fields/field'
import { readPortraitSide } from '@nansha/core/document/read-portrait-side'
import { decodePhoto } from '@nansha/core/document/text/decode-photo'
import { describe, expect, test } from 'vitest'
import type { CardText } from '#demo/specimen/draw-card'
import { photoOfCard } from '../../support/card-photos'
import { openLocalReader } from '../../support/open-local-reader'

const reader = openLocalReader()
const CARD: CardText = {
  name: '王芳',
  sex: 'female',
  ethnicity: '汉',
  birth: '1985-03-12',
  address: '广东省广州市南沙区黄阁镇麒麟新城3栋1204房',
  number: '44011519850312002X',
}

async function readPhoto(photo: Uint8Array) {
  const { fields } = await readPortraitSide(await reader, await decodePhoto(photo))
  return fields
}

const read = async (card: CardText, shot: string) => readPhoto(await photoOfCard(card, shot))

/** All six values are right, whatever is special about one of them. @param photo drawn, or by its file's name */
async function expectRead(changes: Partial<CardText>, photo: string) {
  const card = { ...CARD, ...changes }
  const fields = photo.endsWith('.jpg')
    ? await readPhoto(await readFile(path.join(import.meta.dirname, 'inputs', photo)))
    : await read(card, photo)
  const { birth, ...rest } = card
  expect(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))).toEqual({
    ...rest,
    birthdate: birth,
  })
  return fields
}

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

test.each([
  ['其他', 'tilted'],
  ['夏尔巴人', 'quarter'],
  ['摩梭人', 'blurred'],
])(
  'a group that is none of the 56 is read as printed and to be confirmed: %s, %s',
  async (ethnicity, shot) => {
    const fields = await expectRead({ ethnicity }, shot)
    expect(fields.ethnicity.remark).toBe('unlisted')
    expect(fields.ethnicity.confidence).toBeLessThan(CONFIRM_BELOW)
  },
)

test.each([
  ['820000198503120020', 'perspective'],
  ['830000198503120022', 'upsideDown'],
])('a residence permit has no ethnic group, and the rest is read: %s, %s', async (number, shot) => {
  const fields = await expectRead({ number, ethnicity: '' }, shot)
  expect(fields.ethnicity.remark).toBe('not-printed')
})

test.each([
  ['two rows', '努尔古丽阿依木尼沙·阿卜杜克热木麦麦提', 'tilted'],
  ['two rows without a dot between them', '阿卜杜克热木麦麦提依明江', 'threeQuarters'],
  ['three rows', '阿卜杜热合曼江·买买提吐尔逊江·艾合买提江', 'plain'],
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
    ['two rows', '北京市朝阳区建国路88号院5号楼', 'tilted'],
    ['three rows', '新疆维吾尔自治区乌鲁木齐市天山区解放北路12号院3号楼', 'perspective'],
    [
      'four rows that are nearly full',
      '内蒙古自治区呼伦贝尔市新巴尔虎右旗阿拉坦额莫勒镇克鲁伦大街锦绣小区18号楼3单元401',
      'quarter',
    ],
  ])('in %s is read to its end: %s, %s', async (_, address, shot) => {
    await expectRead({ address }, shot)
  })

  test.each([
    ['湖北省武汉市洪山区民族大道182号', 'plain'],
    ['云南省昆明市五华区民族路出生里3号', 'tilted'],
    ['贵州省贵阳市南明区姓名巷性别路5号', 'upsideDown'],
    ['住址路民族里姓名巷出生街公民身份号码楼民族号', 'perspective'],
  ])('with the word of a caption keeps it, and no other field has it: %s, %s', async (address, shot) => {
    const fields = await expectRead({ address }, shot)
    expect(fields.ethnicity.confidence).toBeGreaterThan(CONFIRM_BELOW)
  })

  test('with a word that is stamped on copies loses nothing, and is to be confirmed', async () => {
    const fields = await expectRead({ address: '辽宁省沈阳市和平区复印厂宿舍3号' }, 'plain')
    expect(fields.address.confidence).toBeLessThan(CONFIRM_BELOW)
  })
})
