import { createJws } from '@nansha/shared/jws/create-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { requestKeyId, verifyWalletRequest } from '@nansha/shared/wallet-request/verify-wallet-request'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { BACKENDS, holderKey } from '../../support/keys'

const key = holderKey()
const requestId = 'AAAAAAAAAAAAAAAAAAAAAA'
const expected = { audience: 'https://issuer.example', key: key.publicJwk, now: NOW }
const said = {
  key,
  audience: expected.audience,
  issuedAt: expected.now,
  requestId,
  action: { action: 'handles', count: 5 } as const,
}
const forge = (header: object, payload: object) =>
  createJws(
    key.privateKey,
    { typ: 'nansha-request+jwt', kid: keyThumbprint(key.publicJwk), ...header },
    { aud: expected.audience, iat: expected.now, jti: requestId, action: 'status', ...payload },
  )

describe.each(BACKENDS)('wallet request with $name', ({ verify }) => {
  it('yields what was asked, and names its key beforehand', async () => {
    const request = createWalletRequest(said)
    expect(requestKeyId(request)).toBe(keyThumbprint(key.publicJwk))
    expect(await verifyWalletRequest(request, expected, verify)).toEqual({
      requestId,
      issuedAt: expected.now,
      action: said.action,
    })
  })

  it.each([
    ['another key', createWalletRequest({ ...said, key: holderKey(2) })],
    [
      'another key under this name',
      createWalletRequest({ ...said, key: { ...holderKey(2), publicJwk: key.publicJwk } }),
    ],
    ['another audience', createWalletRequest({ ...said, audience: 'https://evil.example' })],
    ['an old request', createWalletRequest({ ...said, issuedAt: expected.now - 121 })],
    ['a future request', createWalletRequest({ ...said, issuedAt: expected.now + 61 })],
    ['a proof of possession', forge({ typ: 'openid4vci-proof+jwt' }, {})],
    ['an embedded key', forge({ jwk: key.publicJwk }, {})],
    ['an action that does not exist', forge({}, { action: 'grant' })],
    ['a count that is too large', forge({}, { action: 'handles', count: 21 })],
    ['no jti', forge({}, { jti: undefined })],
  ])('refuses %s', async (_, request) => {
    await expect(verifyWalletRequest(request, expected, verify)).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    })
  })
})
