import { describeAge } from '@nansha/verifier/src/parts/describe-age'
import { expect, it } from 'vitest'

it.each([
  [0, 'just now', 0],
  [59, 'just now', 0],
  [60, '{count} min ago', 1],
  [3599, '{count} min ago', 59],
  [3600, '{count} h ago', 1],
  [86_400, '{count} h ago', 24],
])('describeAge of %i seconds', (seconds, en, count) => {
  expect(describeAge(seconds)).toMatchObject({ text: { en }, count })
})
