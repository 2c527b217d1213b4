import { CONFIRM_BELOW } from '@nansha/core/document/fields/field'
import { describe, expect, test } from 'vitest'
import { expectRead } from '#support/read-drawn-card'

// More of each kind of which drawn-cards.test.ts has the hardest.

test.each([
  ['其他', 'tilted'],
  ['夏尔巴人', 'quarter'],
])(
  'a group that is none of the 56 is read as printed and to be confirmed: %s, %s',
  async (ethnicity, shot) => {
    const fields = await expectRead({ ethnicity }, shot)
    expect(fields.ethnicity.remark).toBe('unlisted')
    expect(fields.ethnicity.confidence).toBeLessThan(CONFIRM_BELOW)
  },
)

test('a residence permit seen at an angle has no ethnic group, and the rest is read', async () => {
  const fields = await expectRead({ number: '820000198503120020', ethnicity: '' }, 'perspective')
  expect(fields.ethnicity.remark).toBe('not-printed')
})

test.each([
  ['two rows', '努尔古丽阿依木尼沙·阿卜杜克热木麦麦提', 'tilted'],
  ['three rows', '阿卜杜热合曼江·买买提吐尔逊江·艾合买提江', 'plain'],
])('a name in %s is read from above: %s, %s', async (_, name, shot) => {
  await expectRead({ name }, shot)
})

describe('an address', () => {
  test.each([
    ['two rows', '北京市朝阳区建国路88号院5号楼', 'tilted'],
    ['three rows', '新疆维吾尔自治区乌鲁木齐市天山区解放北路12号院3号楼', 'perspective'],
  ])('in %s is read to its end: %s, %s', async (_, address, shot) => {
    await expectRead({ address }, shot)
  })

  test.each([
    ['湖北省武汉市洪山区民族大道182号', 'plain'],
    ['云南省昆明市五华区民族路出生里3号', 'tilted'],
    ['贵州省贵阳市南明区姓名巷性别路5号', 'upsideDown'],
  ])('with the word of a caption keeps it, and no other field has it: %s, %s', async (address, shot) => {
    const fields = await expectRead({ address }, shot)
    expect(fields.ethnicity.confidence).toBeGreaterThan(CONFIRM_BELOW)
  })
})
