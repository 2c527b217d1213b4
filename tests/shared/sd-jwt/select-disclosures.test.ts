import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import { disclosuresOf, isAtOrBelow, selectDisclosures } from '@nansha/shared/sd-jwt/select-disclosures'
import { expect, it } from 'vitest'

const salt = new Uint8Array(16)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const sdJwt = (payload: object, disclosures: string[]) =>
  `${encode({ alg: 'ES256' })}.${encode(payload)}.AQID~${disclosures.map((one) => `${one}~`).join('')}`

const name = createDisclosure(salt, 'name', '李明')
const adult = createDisclosure(salt, '18', true)
const street = createDisclosure(salt, 'street', '进港大道')
const element = encode(['salt', 'CN'])
const unnamed = encode(['salt', 1, 'x'])
const stray = createDisclosure(salt, 'stray', 1)
const PAYLOAD = {
  _sd: [digestText(name), 'A'.repeat(43), digestText(element), digestText(unnamed)],
  age_equal_or_over: { _sd: [digestText(adult)] },
  address: { country: 'CN', lines: { _sd: [digestText(street)] } },
  nationalities: [{ _sd: [digestText(stray)] }],
  nothing: null,
  text: 'text',
  odd: { _sd: digestText(stray) },
}
const ALL = [street, name, element, adult, unnamed, stray]
const TEXT = sdJwt(PAYLOAD, ALL)

it('the disclosures of a credential are those that its issuer refers to, each with its place', () => {
  expect(disclosuresOf(TEXT)).toEqual([
    { path: ['name'], disclosure: name },
    { path: ['age_equal_or_over', '18'], disclosure: adult },
    { path: ['address', 'lines', 'street'], disclosure: street },
  ])
})

it.each(['', 'no credential', 'a.b.c~', `${encode({})}.${encode([])}.AQID~`])(
  'a text that is no credential has no disclosures: %j',
  (text) => {
    expect(disclosuresOf(text)).toEqual([])
  },
)

it('what is selected is at a path or below it, and nothing else', () => {
  const jws = TEXT.slice(0, TEXT.indexOf('~'))
  expect(selectDisclosures(TEXT, [])).toBe(`${jws}~`)
  expect(selectDisclosures(TEXT, [['name']])).toBe(`${jws}~${name}~`)
  expect(selectDisclosures(TEXT, [['address'], ['age_equal_or_over', '18']])).toBe(
    `${jws}~${adult}~${street}~`,
  )
  expect(selectDisclosures(TEXT, [['age_equal_or_over', '21'], ['addr'], ['lines']])).toBe(`${jws}~`)
})

it('a path is at or below another when it begins with it', () => {
  expect(isAtOrBelow(['a', 'b'], ['a'])).toBe(true)
  expect(isAtOrBelow(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(isAtOrBelow(['a'], ['a', 'b'])).toBe(false)
  expect(isAtOrBelow(['a', 'b'], ['a', null])).toBe(false)
})
