import { fillText } from '@nansha/kit/i18n/fill-text'
import { expect, test } from 'vitest'

test('fillText fills every hole, also twice, and with numbers', () => {
  expect(fillText('{name}，还有 {left} 秒，{name}', { name: '思南', left: 3 })).toBe('思南，还有 3 秒，思南')
})

test('fillText does not fill a hole in a value', () => {
  expect(fillText('{name}', { name: '{left}', left: 'x' })).toBe('{left}')
})

test('fillText throws on a hole without a value', () => {
  expect(() => fillText('{name}', {})).toThrow('No value for {name}')
})
