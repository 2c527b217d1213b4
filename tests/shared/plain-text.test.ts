import { characterCount, isAddress, isHan, plainText } from '@nansha/shared/plain-text'
import { expect, test } from 'vitest'

test.each([
  ['blanks of every width', ' 进港　大道\u00a080号\t', '进港大道80号'],
  ['full-width letters and digits', 'Ａ座１５０３室', 'A座1503室'],
  ['compatibility ideographs', '\uf9d1\ufa18', '六礼'],
  ['Kangxi radicals', '\u2f00\u2f8f路', '一行路'],
  ['variation selectors', '葛\u{e0100}邉\ufe00', '葛邉'],
  ['zero-width characters', '张\u200b伟\ufeff', '张伟'],
  ['a letter and its accent', 'e\u0301', '\u00e9'],
])('plainText brings %s to one spelling', (_, text, plain) => {
  expect(plainText(text)).toBe(plain)
  expect(plainText(plain)).toBe(plain)
})

test('plainText keeps marks that reorder a text for the check of the alphabet', () => {
  for (const mark of ['\u202e', '\u2066', '\u200f']) {
    expect(plainText(`张${mark}伟`)).toBe(`张${mark}伟`)
    expect(isAddress(plainText(`南沙${mark}区`))).toBe(false)
  }
})

test.each([
  ['a character of the basic plane', '张', true],
  ['the numeral zero, which is no letter to Unicode', '〇', true],
  ['a character of extension A', '䶮', true],
  ['a character of extension B', '𠮷', true],
  ['a character of extension G, newer than old phones', '𰻞', true],
  ['a place of plane 3 that a later version may assign', '\u{33480}', true],
  ['a Latin letter', 'A', false],
  ['a kana', 'ア', false],
  ['a circled ideograph', '㊀', false],
  ['a private-use character', '\ue863', false],
  ['two characters', '张伟', false],
  ['nothing', '', false],
])('isHan of %s: %s', (_, character, expected) => {
  expect(isHan(character)).toBe(expected)
})

test('characterCount counts characters, not code units', () => {
  expect('𠮷野'.length).toBe(3)
  expect(characterCount('𠮷野')).toBe(2)
})

test.each([
  ['广东省广州市南沙区进港大道80号602房', true],
  ['北京市朝阳区建国路1号院2-3(A)', true],
  ['𠮷'.repeat(120), true],
  ['𠮷'.repeat(121), false],
  ['', false],
  ['南沙\u0000区', false],
  ['南沙\ue863区', false],
])('isAddress of %s: %s', (address, expected) => {
  expect(isAddress(address)).toBe(expected)
})
