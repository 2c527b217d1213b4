import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import { reportCodes } from '@nansha/kit/scanner/report-codes'
import { kindOfCode } from '@nansha/shared/code-kind'
import { expect, test } from 'vitest'

const PAYMENT = 'wxp://f2f0AAAAAAAA'
const POSTER = 'https://example.com'

/** A scanner that looks ten times a second, and what it told its caller. */
function scanner() {
  const told: string[] = []
  const gate = createCodeGate(1500)
  let now = 0
  gate.begin(now)
  const caller = {
    gate,
    isWanted: (text: string) => kindOfCode(text) !== undefined,
    onCode: (text: string) => told.push(`new ${text}`),
    onHeld: (text: string) => told.push(`held ${text}`),
    onForeign: () => told.push('foreign'),
  }
  return {
    told,
    look(...texts: string[]) {
      now += 100
      reportCodes(texts, caller, now)
    },
    begin: () => gate.begin(now),
  }
}

test('a foreign code that stays in view for a minute holds nothing up', () => {
  const { told, look, begin } = scanner()
  look(PAYMENT)
  begin()
  for (let count = 0; count < 600; count++) look(PAYMENT)
  expect(new Set(told)).toEqual(new Set(['foreign']))
  look(PAYMENT, 'NT1:A')
  expect(told.at(-1)).toBe('new NT1:A')
})

test('a Nansha ID code is taken wherever it stands among others', () => {
  for (const texts of [
    ['NT1:A', PAYMENT],
    [PAYMENT, 'NT1:A'],
    [POSTER, PAYMENT, 'NT1:A'],
  ]) {
    const { told, look } = scanner()
    look(...texts)
    expect(told).toEqual(['new NT1:A'])
  }
})

test('a phone that was just checked is held beside a foreign code, and the next is taken when it was gone', () => {
  const { told, look } = scanner()
  look(PAYMENT, 'NT1:A')
  look(PAYMENT, 'NT1:A')
  for (let count = 0; count < 15; count++) look(PAYMENT)
  look(PAYMENT, 'NT1:B')
  expect(told.filter((line) => line !== 'foreign')).toEqual(['new NT1:A', 'held NT1:A', 'new NT1:B'])
})

test('a phone that was just checked is held although the camera loses it now and then', () => {
  const { told, look } = scanner()
  look('NT1:A')
  for (let count = 0; count < 30; count++) look(...(count % 10 === 9 ? ['NT1:A'] : [PAYMENT]))
  expect(told.filter((line) => line.startsWith('new'))).toEqual(['new NT1:A'])
})

test('an empty view reports no code', () => {
  const { told, look } = scanner()
  look()
  expect(told).toEqual([])
})
