import { expect, test } from 'vitest'
import { ETHNIC_GROUPS, isEthnicGroup } from '../../shared/ethnic-groups'

test('there are 56 groups, each once, without the suffix 族', () => {
  expect(new Set(ETHNIC_GROUPS).size).toBe(56)
  expect(ETHNIC_GROUPS).toHaveLength(56)
  expect(ETHNIC_GROUPS.filter((name) => name.endsWith('族'))).toEqual([])
})

test('the short form is recognised, anything else is not', () => {
  expect(isEthnicGroup('汉')).toBe(true)
  expect(isEthnicGroup('汉族')).toBe(false)
  expect(isEthnicGroup('')).toBe(false)
})
