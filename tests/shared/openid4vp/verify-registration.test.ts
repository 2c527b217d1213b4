import { createSigner } from '@nansha/core/crypto/signer'
import { Registrant } from '@nansha/shared/openid4vp/registration'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { holderKey } from '#support/keys'
import { type RequestChanges, refusal } from '#support/portal'
import { certify, ONLINE_TRUST, registrantWith, SIGN_IN } from '#support/registered-portal'

const { privateKey, publicJwk } = holderKey(231)
const unknown = { ...ONLINE_TRUST, issuers: [] }
const registrant = (changed: object) => ({ registrant: changed as Partial<Registrant> })

it.each([
  ['another issuer', { registration: { iss: 'https://id.neighbour.example/trust' } }],
  ['a registrar that is not on the list', { registrar: createSigner(privateKey, publicJwk) }],
  ['an issuer that is not on the list', { trust: unknown }],
  ['one who is registered with nothing', { registration: { registrant: {} } }],
  ['a purpose that stands there twice', registrant({ purposes: [SIGN_IN, SIGN_IN] })],
  ['no purpose', registrant({ purposes: [] })],
  ['no domain', registrant({ domains: [] })],
  ['what is no domain', registrant({ domains: ['https://hall.example'] })],
  ['no mini-program in its list of them', registrant({ miniPrograms: [] })],
  ['what is no app id', registrant({ miniPrograms: ['wx0'] })],
  ['what the word has no member for', registrant({ more: 1 })],
] as [string, RequestChanges][])('a registrar’s word is refused for %s', async (_, changes) => {
  expect(await refusal(changes)).toBe('PORTAL_UNREGISTERED')
})

it('a certificate that is registered is base64', () => {
  const registered = registrantWith(certify())
  expect(v.is(Registrant, registered)).toBe(true)
  expect(v.is(Registrant, { ...registered, certificate: `${registered.certificate}*` })).toBe(false)
})

it.each([
  ['until a second before its end', { exp: NOW + 1 }, 'answered'],
  ['no longer at its end', { exp: NOW }, 'PORTAL_UNREGISTERED'],
  ['half a minute before it was signed', { iat: NOW + 30 }, 'answered'],
  ['no earlier', { iat: NOW + 31 }, 'PORTAL_UNREGISTERED'],
])('a registrar’s word is good %s', async (_, registration, expected) => {
  expect(await refusal({ registration })).toBe(expected)
})
