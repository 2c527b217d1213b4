import { readSigner } from '@nansha/core/crypto/signer'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { holderKey } from '../../support/keys'

const { publicJwk, privateKey } = holderKey()
const jwk = { ...publicJwk, d: privateKey }

describe('readSigner', () => {
  it('signs with the key of the environment and shows only its public half', async () => {
    const signer = readSigner({ KEY: JSON.stringify(jwk) }, 'KEY')
    const verified = await compactVerify(
      await signer.sign('x+jwt', { a: 1 }),
      await importJWK(publicJwk, 'ES256'),
    )
    expect(verified.protectedHeader).toEqual({ alg: 'ES256', typ: 'x+jwt', kid: signer.kid })
    expect(JSON.stringify(signer)).not.toContain(privateKey)
  })

  it.each([
    ['nothing', undefined],
    ['no JSON', 'secret'],
    ['a public key', JSON.stringify(publicJwk)],
    ['another curve', JSON.stringify({ ...jwk, crv: 'P-384' })],
  ])('refuses %s without repeating it', (_, value) => {
    const read = () => readSigner({ KEY: value }, 'KEY')
    expect(read).toThrow('KEY must be a private P-256 JWK.')
  })
})
