import { compareMaskedName, compareMaskedNumber } from '@nansha/core/registry/compare-mask'
import { expect, it } from 'vitest'

const NUMBER = '11010519491231002X'

it.each([
  ['110105********002X', 'agrees'],
  ['**************002X', 'unclear'],
  ['************31002X', 'agrees'],
  ['11****19491231****', 'agrees'],
  ['110105********0027', 'differs'],
  ['110105********0039', 'differs'],
  ['440524********002X', 'differs'],
  ['110105************', 'unclear'],
  ['1****************X', 'unclear'],
  ['******************', 'unclear'],
  [NUMBER, 'agrees'],
  ['', 'unclear'],
])('a number compared under the mask %s: %s', (mask, result) => {
  expect(compareMaskedNumber(NUMBER, mask)).toBe(result)
})

it.each([
  ['李*', '李明', 'agrees'],
  ['*明', '李明', 'agrees'],
  ['**', '李明', 'unclear'],
  ['', '李明', 'unclear'],
  ['王*', '李明', 'differs'],
  ['李**', '李明', 'differs'],
  ['李*', '李小明', 'differs'],
  ['*𠮷', '李𠮷', 'agrees'],
  ['**𠮷', '李𠮷', 'differs'],
  ['买**·****', '买买提·艾合买提', 'agrees'],
  ['买**•****', '买买提·艾合买提', 'agrees'],
  ['买**·****', '买买提・艾合买提', 'agrees'],
  ['买** ****', '买买提·艾合买提', 'differs'],
])('a name compared under the mask %s with %s: %s', (mask, name, result) => {
  expect(compareMaskedName(name, mask)).toBe(result)
})
