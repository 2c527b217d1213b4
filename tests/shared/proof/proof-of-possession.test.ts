import { createJws } from '@nansha/shared/jws/create-jws'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { BACKENDS, holderKey } from '../../support/keys'

const key = holderKey()
const expected = { audience: 'https://issuer.example', nonce: 'n-0S6_WzA2Mj', now: NOW }
const said = { key, audience: expected.audience, nonce: expected.nonce, issuedAt: expected.now }

describe.each(BACKENDS)('proof of possession with $name', ({ verify }) => {
  it('yields the key that signed', async () => {
    expect(await verifyProofOfPossession(createProofOfPossession(said), expected, verify)).toEqual(
      key.publicJwk,
    )
  })

  it.each([-600, 60])('is good %i seconds from now', async (seconds) => {
    const proof = createProofOfPossession({ ...said, issuedAt: expected.now + seconds })
    expect(await verifyProofOfPossession(proof, expected, verify)).toEqual(key.publicJwk)
  })

  it.each([
    ['another nonce', createProofOfPossession({ ...said, nonce: 'other' })],
    ['another issuer', createProofOfPossession({ ...said, audience: 'https://evil.example' })],
    ['an old proof', createProofOfPossession({ ...said, issuedAt: expected.now - 601 })],
    ['a future proof', createProofOfPossession({ ...said, issuedAt: expected.now + 61 })],
    [
      "another phone's key",
      createProofOfPossession({ ...said, key: { ...key, publicJwk: holderKey(2).publicJwk } }),
    ],
    [
      'a private key in the header',
      createJws(
        key.privateKey,
        { typ: 'openid4vci-proof+jwt', jwk: { ...key.publicJwk, d: key.privateKey } },
        { aud: expected.audience, iat: expected.now, nonce: expected.nonce },
      ),
    ],
    ['no proof', 'e30.e30.AA'],
  ])('refuses %s', async (_, proof) => {
    await expect(verifyProofOfPossession(proof, expected, verify)).rejects.toMatchObject({
      code: 'PROOF_INVALID',
    })
  })
})
