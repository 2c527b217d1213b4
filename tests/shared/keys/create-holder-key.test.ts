import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { calculateJwkThumbprint } from 'jose'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'

describe('createHolderKey', () => {
  it('makes the same key of the same seed and another of another', () => {
    expect(holderKey(1)).toEqual(holderKey(1))
    expect(holderKey(1).privateKey).not.toBe(holderKey(2).privateKey)
  })

  it('refuses a seed that is too short to be unbiased', () => {
    expect(() => createHolderKey(new Uint8Array(32))).toThrow(RangeError)
  })

  it('makes a public key that others read, with the thumbprint that others compute', async () => {
    const { publicJwk } = holderKey()
    expect(v.parse(EcPublicJwk, publicJwk)).toEqual(publicJwk)
    expect(keyThumbprint(publicJwk)).toBe(await calculateJwkThumbprint(publicJwk))
  })
})

describe('EcPublicJwk', () => {
  const { publicJwk, privateKey } = holderKey()

  it('drops what does not define the key', () => {
    expect(v.parse(EcPublicJwk, { ...publicJwk, alg: 'ES256', use: 'sig' })).toEqual(publicJwk)
  })

  it.each([
    ['a private key', { ...publicJwk, d: privateKey }],
    ['another curve', { ...publicJwk, crv: 'P-384' }],
    ['a short coordinate', { ...publicJwk, x: publicJwk.x.slice(1) }],
    ['a coordinate that is not canonical', { ...publicJwk, x: `${'A'.repeat(42)}B` }],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }],
  ])('refuses %s', (_, jwk) => {
    expect(v.is(EcPublicJwk, jwk)).toBe(false)
  })
})
