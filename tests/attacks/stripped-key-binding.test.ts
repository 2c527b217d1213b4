import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { forge, outcomes, present } from '../support/forge'

it('a credential without its KB-JWT proves nothing', async () => {
  expect(await outcomes(`${forge()}~`)).toEqual(['CREDENTIAL_INVALID/KEY_BINDING_MISSING'])
})

it('a credential that names no key cannot be presented', async () => {
  expect(await outcomes(present(forge({ payload: { cnf: undefined } })))).toEqual([
    'CREDENTIAL_INVALID/CLAIMS',
  ])
})

it('a KB-JWT is refused beside another presentation', async () => {
  const [, binding] = present(forge()).split('~')
  const other = forge({ payload: { exp: 1_900_000_000 } })
  expect(await outcomes(`${other}~${binding}`)).toEqual(['CREDENTIAL_INVALID/SD_HASH'])
})

it('a KB-JWT is refused with another audience, nonce or time', async () => {
  const with_ = (changed: object) => outcomes(present(forge(), [], changed))
  expect(await with_({ audience: 'https://evil.example' })).toEqual(['SCENARIO_MISMATCH'])
  expect(await with_({ nonce: 'another' })).toEqual(['CREDENTIAL_INVALID/NONCE'])
  expect(await with_({ issuedAt: NOW - 36 })).toEqual(['TICKET_EXPIRED'])
})
