import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { expect, it } from 'vitest'

it('an SD-JWT is taken apart at its tildes', () => {
  expect(parseSdJwt('jws~')).toEqual({ jws: 'jws', disclosures: [], presented: 'jws~' })
  expect(parseSdJwt('jws~a~b~')).toEqual({ jws: 'jws', disclosures: ['a', 'b'], presented: 'jws~a~b~' })
  expect(parseSdJwt('jws~a~b~binding')).toEqual({
    jws: 'jws',
    disclosures: ['a', 'b'],
    presented: 'jws~a~b~',
    keyBinding: 'binding',
  })
})

it.each(['', 'jws', '~', '~a~', 'jws~~', 'jws~a~~b~', 'jws~~binding'])('the text %j is no SD-JWT', (text) => {
  expect(parseSdJwt(text)).toBeUndefined()
})

it('an SD-JWT has at most 64 disclosures and 32768 characters', () => {
  expect(parseSdJwt(`jws~${'a~'.repeat(64)}`)?.disclosures).toHaveLength(64)
  expect(parseSdJwt(`jws~${'a~'.repeat(65)}`)).toBeUndefined()
  expect(parseSdJwt(`${'a'.repeat(32_767)}~`)).toBeDefined()
  expect(parseSdJwt(`${'a'.repeat(32_768)}~`)).toBeUndefined()
})
