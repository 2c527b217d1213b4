import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { expect, it } from 'vitest'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = encode({ alg: 'ES256' })
const PAYLOAD = encode({ iat: 1 })

it('a JWS is taken apart into header, payload, signature and what that is over', () => {
  expect(decodeJws(`${HEADER}.${PAYLOAD}.AQID`)).toEqual({
    header: { alg: 'ES256' },
    payload: { iat: 1 },
    signingInput: Uint8Array.from(Buffer.from(`${HEADER}.${PAYLOAD}`)),
    signature: Uint8Array.of(1, 2, 3),
  })
})

it.each([
  ['no text', ''],
  ['two parts', `${HEADER}.${PAYLOAD}`],
  ['four parts', `${HEADER}.${PAYLOAD}.AQID.`],
  ['no header', `.${PAYLOAD}.AQID`],
  ['no payload', `${HEADER}..AQID`],
  ['no signature', `${HEADER}.${PAYLOAD}.`],
  ['a header that is a list', `${encode([1])}.${PAYLOAD}.AQID`],
  ['a payload that is a text', `${HEADER}.${encode('text')}.AQID`],
  ['a header that is no JSON', `QUJD.${PAYLOAD}.AQID`],
  ['a payload that is no base64url', `${HEADER}.*.AQID`],
  ['a signature that is not canonical', `${HEADER}.${PAYLOAD}.AQJ`],
])('a text is no JWS with %s', (_, text) => {
  expect(decodeJws(text)).toBeUndefined()
})

it('a JWS has at most 65536 characters', () => {
  const room = 65_536 - `${HEADER}.${PAYLOAD}.`.length
  const of = (characters: number) => decodeJws(`${HEADER}.${PAYLOAD}.${'A'.repeat(characters)}`)
  // One character more than a whole number of bytes is no base64url.
  const most = room - (room % 4 === 1 ? 1 : 0)
  expect(of(most)).toBeDefined()
  expect(of(most + 4)).toBeUndefined()
})
