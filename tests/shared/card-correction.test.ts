import { correctsAddress } from '@nansha/shared/card-correction'
import { expect, test } from 'vitest'

const READ = '广东省广州市南沙区丰译东路106号城投大厦801'

test.each([
  ['as it was read', READ],
  ['with a look-alike put right', '广东省广州市南沙区丰泽东路106号城投大厦801'],
  ['with a room number added', '广东省广州市南沙区丰译东路106号城投大厦801房'],
  ['with a row of eleven characters added', `${READ}东区三期十二栋二单元`],
  ['with a character beyond the basic plane', '广东省广州市南沙区丰𠮷东路106号城投大厦801'],
])('an address may be confirmed %s', (_, given) => {
  expect(correctsAddress(READ, given)).toBe(true)
})

test.each([
  ['another address', '北京市朝阳区建国路1号院2号楼'],
  ['another house in another town', '广东省深圳市南山区科技园南区12栋3单元501'],
  ['a part of it', '广东省广州市南沙区'],
  ['nothing', ''],
])('an address replaced by %s is no correction', (_, given) => {
  expect(correctsAddress(READ, given)).toBe(false)
})

test('the change of an address is counted in characters from either side', () => {
  expect(correctsAddress('一二三四五六', '一二三四甲乙')).toBe(true)
  expect(correctsAddress('一二三四五六', '一二三甲乙丙')).toBe(false)
  expect(correctsAddress('一二三四', '一二三四五六')).toBe(true)
  expect(correctsAddress('', '一')).toBe(false)
})
