import { personName } from '@nansha/shared/fields'
import { nameFault, normaliseName } from '@nansha/shared/person-name'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

describe('a name in its one spelling', () => {
  it.each([
    '古丽娜•买买提',
    '古丽娜・买买提',
    '古丽娜･买买提',
    '古丽娜.买买提',
    '古丽娜．买买提',
    '古丽娜。买买提',
    '古丽娜‧买买提',
    '古丽娜∙买买提',
    '古丽娜⋅买买提',
    '古丽娜●买买提',
    ' 古丽娜 · 买买提 ',
    '古丽娜　·　买买提',
    '古丽娜\u00a0·\u200b买买提\ufe00',
  ])('has the middle dot and no blanks, however %j was typed', (typed) => {
    expect(normaliseName(typed)).toBe('古丽娜·买买提')
    expect(v.parse(personName, typed)).toBe('古丽娜·买买提')
  })

  it('stays as it is', () => {
    for (const name of ['张〇', '𠮷田·𰻞', '赵C']) expect(normaliseName(name)).toBe(name)
  })
})

describe('a name in Latin letters', () => {
  it.each([
    ['Müller ,Anna  Maria', 'MÜLLER, ANNA MARIA'],
    ['ＬＩ，ＬＩＬＹ', 'LI, LILY'],
    ['O’Neill, Fionnuala', "O'NEILL, FIONNUALA"],
    ['van der Berg-Johansson, A. B.', 'VAN DER BERG-JOHANSSON, A. B.'],
    ['SUKARNO', 'SUKARNO'],
  ])('is in capitals with single blanks, however %j was typed', (typed, name) => {
    expect(normaliseName(typed)).toBe(name)
    expect(nameFault(name)).toBeUndefined()
    expect(normaliseName(name)).toBe(name)
    expect(v.parse(personName, typed)).toBe(name)
  })

  it.each([
    'ANNA, MARIA, LI',
    ', ANNA',
    'ANNA,',
    '-ANNA',
    'ANNA--MARIA',
    'ANNA 2',
    'АННА',
    "'",
    'A'.repeat(61),
  ])('is not %j', (text) => {
    expect(nameFault(normaliseName(text))).toBe('NAME_MALFORMED')
    expect(v.is(personName, text)).toBe(false)
  })
})

describe('a name', () => {
  it.each([
    ['with a zero', '张〇'],
    ['with characters of extensions A, B and G', '䶮𠮷𰻞'],
    ['with a character that was written by its compatibility twin', '\uf9d1'],
    ['of forty characters beyond the basic plane', '𠮷'.repeat(40)],
    ['with a Latin letter, as some citizens have', '赵C'],
    ['of three parts', '阿卜杜·买买提·艾合买提'],
  ])('%s is accepted', (_, name) => {
    expect(nameFault(normaliseName(name))).toBeUndefined()
    expect(v.is(personName, name)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['nothing that is seen', '\u200b\ufe00'],
    ['dots alone', '···'],
    ['dots and blanks', '. .'],
    ['a dot at an end', '古丽娜·'],
    ['two dots on end', '古丽娜··买买提'],
    ['a letter under thirty marks', `a${'\u0301'.repeat(30)}`],
    ['another script', 'Алия'],
    ['digits', '12'],
    ['a circled ideograph', '㊀'],
    ['more than forty characters', '𠮷'.repeat(41)],
    ['what is too long to be looked at', '张'.repeat(257)],
  ])('is not %s', (_, text) => {
    expect(nameFault(normaliseName(text))).toBe('NAME_MALFORMED')
    expect(v.is(personName, text)).toBe(false)
  })

  it.each(['张\ue863', '\u{f0001}明', '李\uf8ff'])(
    'with a private-use character (%j) has its own fault',
    (name) => {
      expect(nameFault(normaliseName(name))).toBe('NAME_PRIVATE_CHARACTER')
      expect(v.is(personName, name)).toBe(false)
    },
  )
})
