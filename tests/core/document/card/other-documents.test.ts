import { namedOtherwise } from '@nansha/core/document/card/other-documents'
import type { TextLine } from '@nansha/core/document/text/recognise-text'
import { expect, it } from 'vitest'

const line = (text: string): TextLine => ({
  quad: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  glyphs: [...text].map((character) => ({ character, at: 0, probability: 1 })),
})

it.each([
  ['中华人民共和国机动车驾驶证', 'CARD_OTHER_KIND'],
  ['证件号码KAZ110090123105', 'CARD_SUPERSEDED'],
  ['外国人永久居留身份证', undefined],
  ['KAZ110090123106', undefined],
  ['', undefined],
])('a card that cannot be read and prints %s is told so: %s', (printed, code) => {
  expect(namedOtherwise([line('姓名'), line(printed)])).toBe(code)
})
