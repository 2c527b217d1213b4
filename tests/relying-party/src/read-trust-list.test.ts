import { readTrustList } from '@nansha/relying-party'
import { createJws } from '@nansha/shared/jws/create-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { holderKey } from '../../support/keys'

const root = holderKey(251)

const read = (changed: object, key = root) => {
  const header = { typ: 'nansha-trust-list+jwt', kid: keyThumbprint(root.publicJwk) }
  const list = { exp: NOW + 1, issuers: [{ iss: 'https://id.example', types: ['resident-id'] }], ...changed }
  return readTrustList(createJws(key.privateKey, header, list), [root.publicJwk], NOW * 1000)
}

it('a website reads who may issue from a list that a root signed', async () => {
  expect(await read({})).toEqual([{ iss: 'https://id.example', authorities: [] }])
})

it('a website takes no identity card of an issuer that the list trusts for something else', async () => {
  const ages = { iss: 'https://age.example', types: ['age-pass'], issuingAuthorities: ['AAAA'] }
  expect(await read({ issuers: [ages] })).toEqual([])
})

it.each([
  ['ended', { exp: NOW }],
  ['says no end', { exp: undefined }],
  ['ends at no number', { exp: 'never' }],
])('a website believes no list that %s', async (_, changed) => {
  await expect(read(changed)).rejects.toMatchObject({ code: 'TRUST_INVALID' })
})

it('a website believes no list that another key signed', async () => {
  await expect(read({}, holderKey(252))).rejects.toMatchObject({ code: 'TRUST_INVALID' })
})
