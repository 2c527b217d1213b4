import {
  ETHNIC_GROUPS,
  isEthnicGroup,
  isPrintedGroup,
  normaliseEthnicGroup,
} from '@nansha/shared/ethnic-groups'
import { expect, test } from 'vitest'

test('there are 56 groups, each once, without the suffix 族', () => {
  expect(new Set(ETHNIC_GROUPS).size).toBe(56)
  expect(ETHNIC_GROUPS).toHaveLength(56)
  expect(ETHNIC_GROUPS.filter((name) => name.endsWith('族'))).toEqual([])
})

test('an ethnic group is recognised in its short form only', () => {
  expect(isEthnicGroup('汉')).toBe(true)
  expect(isEthnicGroup('汉族')).toBe(false)
  expect(isEthnicGroup('')).toBe(false)
})

test.each([
  ['汉族', '汉'],
  [' 土家 族', '土家'],
  ['满', '满'],
  ['穿青人', '穿青人'],
  ['高山族', '高山'],
])('the ethnic group %s is written %s, as the card prints it', (typed, printed) => {
  expect(normaliseEthnicGroup(typed)).toBe(printed)
  expect(isPrintedGroup(printed)).toBe(true)
})

test.each(['', '汉A', '1', '穿青人穿青人穿青人穿青人', '·'])('no card prints the ethnic group %j', (text) => {
  expect(isPrintedGroup(normaliseEthnicGroup(text))).toBe(false)
})
