import { fillText } from '@nansha/kit/i18n/fill-text'
import { expect, test } from 'vitest'

test('fills every hole, also twice, and with numbers', () => {
  expect(fillText('{name}，还有 {left} 秒，{name}', { name: '思南', left: 3 })).toBe('思南，还有 3 秒，思南')
})

test('a value with a hole in it is not filled again', () => {
  expect(fillText('{name}', { name: '{left}', left: 'x' })).toBe('{left}')
})

test('a hole without a value never reaches a screen', () => {
  expect(() => fillText('{name}', {})).toThrow('No value for {name}')
})
