import { digestText } from '@nansha/shared/encoding/digest'
import { personName } from '@nansha/shared/fields'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

const encodeBytes = (bytes: number[]) => Buffer.from(bytes).toString('base64url')

it('bytes that are not UTF-8 are refused as a message', () => {
  const header = encodeBytes([...Buffer.from('{"alg":"ES256"}')])
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
    const payload = encodeBytes([...Buffer.from('{"a":"'), ...bytes, ...Buffer.from('"}')])
    expect(decodeJws(`${header}.${payload}.AA`)).toBeUndefined()
  }
})

it('a name with bidirectional or invisible characters is refused', () => {
  const hidden = ['张\u202e伟', '张\u2066伟', '张\u0000伟', '\ud800', '张\n伟', '<b>', '\u200b', '张\ue000']
  for (const name of [...hidden, 'a'.repeat(61), '张'.repeat(41), '张'.repeat(1_000_000)]) {
    expect(v.is(personName, name)).toBe(false)
  }
})

it('two spellings of the same text are two different claims', async () => {
  const composed = createDisclosure(new Uint8Array(16), 'name', '\u00e9')
  const decomposed = createDisclosure(new Uint8Array(16), 'name', 'e\u0301')
  const jws = forge({ payload: { _sd: [digestText(composed)] } })
  expect(await outcomes(present(jws, [composed]))).toEqual(['accepted'])
  expect(await outcomes(present(jws, [decomposed]))).toEqual(['CREDENTIAL_INVALID/DISCLOSURE_UNREFERENCED'])
})
