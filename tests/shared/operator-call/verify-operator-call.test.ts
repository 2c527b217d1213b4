import { createJws } from '@nansha/shared/jws/create-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createOperatorCall } from '@nansha/shared/operator-call/create-operator-call'
import { verifyOperatorCall } from '@nansha/shared/operator-call/verify-operator-call'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { BACKENDS, holderKey } from '#support/keys'

const key = holderKey()
const kid = keyThumbprint(key.publicJwk)
const audience = 'https://issuer.example'
const expected = { audience, keys: new Map([[kid, key.publicJwk]]), now: NOW }
const said = { key, audience, issuedAt: NOW, callId: 'a'.repeat(22), event: { action: 'organisations' } }
const signed = (typ: string, payload: object) => createJws(key.privateKey, { typ, kid }, payload)
const typ = 'nansha-operator+jwt'
const payload = { aud: audience, iat: NOW, jti: said.callId, event: said.event }

describe.each(BACKENDS)('an operator’s call with $name', ({ verify }) => {
  it.each([NOW - 300, NOW, NOW + 60])('is carried out when it was signed at %i', async (issuedAt) => {
    const call = createOperatorCall({ ...said, issuedAt })
    expect(await verifyOperatorCall(call, expected, verify)).toEqual({
      callId: said.callId,
      keyId: kid,
      event: said.event,
    })
  })

  it.each([
    ['five minutes and a second old', createOperatorCall({ ...said, issuedAt: NOW - 301 })],
    ['a minute and a second ahead', createOperatorCall({ ...said, issuedAt: NOW + 61 })],
    ['for another deployment', createOperatorCall({ ...said, audience: 'https://evil.example' })],
    ['by a key that is no operator’s', createOperatorCall({ ...said, key: holderKey(2) })],
    ['that names no key', createJws(key.privateKey, { typ }, payload)],
    ['of another type', signed('nansha-request+jwt', payload)],
    ['without a name to remember it by', signed(typ, { ...payload, jti: undefined })],
    ['whose name is too short to be unique', signed(typ, { ...payload, jti: 'a' })],
    ['without an event', signed(typ, { ...payload, event: 'organisations' })],
    ['that is none', 'e30.e30.AA'],
  ])('is refused: %s', async (_, call) => {
    await expect(verifyOperatorCall(call, expected, verify)).rejects.toMatchObject({
      code: 'OPERATOR_CALL_INVALID',
    })
  })
})
