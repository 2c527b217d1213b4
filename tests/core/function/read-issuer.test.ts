import { readIssuer } from '@nansha/core/function/read-issuer'
import { expect, it } from 'vitest'

const right = { NANSHA_ISSUER_URL: 'https://id.nansha.example', NANSHA_ISSUER_ID: '257' }

it('readIssuer reads what the issuer is called', () => {
  expect(readIssuer(right)).toEqual({ issuerUrl: 'https://id.nansha.example', issuerId: 257 })
  const local = { ...right, NANSHA_STAGE: 'local', NANSHA_ISSUER_URL: 'http://127.0.0.1:8080/trust' }
  expect(readIssuer(local).issuerUrl).toBe('http://127.0.0.1:8080/trust')
})

it.each([
  ['NANSHA_ISSUER_URL', undefined],
  ['NANSHA_ISSUER_URL', 'id.nansha.example'],
  ['NANSHA_ISSUER_URL', 'https://id.nansha.example/'],
  ['NANSHA_ISSUER_URL', 'http://id.nansha.example'],
  ['NANSHA_ISSUER_ID', undefined],
  ['NANSHA_ISSUER_ID', '0'],
  ['NANSHA_ISSUER_ID', '65536'],
  ['NANSHA_ISSUER_ID', '1e3'],
])('readIssuer refuses to start with %s = %s, by name', (name, value) => {
  expect(() => readIssuer({ ...right, [name]: value })).toThrow(name)
})
