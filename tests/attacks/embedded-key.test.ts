import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { expect, it } from 'vitest'
import { forge, ISSUER_KEY, outcomes, present } from '../support/forge'
import { holderKey } from '../support/keys'

const mallory = holderKey(66)
const kid = keyThumbprint(ISSUER_KEY.publicJwk)

it.each([
  ['jwk', { jwk: mallory.publicJwk }],
  ['jku', { jku: 'https://evil.example/jwks' }],
  ['x5c', { x5c: ['MIIB'] }],
  ['x5u', { x5u: 'https://evil.example/cert' }],
])('a key that comes with the credential is not believed: %s', async (_, header) => {
  const jws = forge({ header: { ...header, kid }, signer: mallory })
  expect(await outcomes(present(jws))).toEqual(['CREDENTIAL_INVALID/CRITICAL'])
})

it('a signature under the kid of another key is not believed', async () => {
  expect(await outcomes(present(forge({ header: { kid }, signer: mallory })))).toEqual([
    'CREDENTIAL_INVALID/SIGNATURE',
  ])
  expect(await outcomes(present(forge({ signer: mallory })))).toEqual(['CREDENTIAL_INVALID/KEY'])
})
