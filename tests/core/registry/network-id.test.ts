import { randomBytes } from 'node:crypto'
import { createSigner } from '@nansha/core/crypto/signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAskNetworkId } from '@nansha/core/registry/network-id'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW_MS } from '../../support/clock'
import { serveNetworkIdGateway } from '../../support/network-id-gateway'

const TYPE = 'nansha-network-id-answer+jwt'
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const institution = createHolderKey(randomBytes(48))
const strange = createHolderKey(randomBytes(48))
const stranger = createSigner(strange.privateKey, strange.publicJwk)

let gateway: Awaited<ReturnType<typeof serveNetworkIdGateway>>
beforeEach(async () => {
  gateway = await serveNetworkIdGateway(institution.publicJwk, () => NOW_MS)
})
afterEach(() => gateway.close())

function ask(signer = createSigner(institution.privateKey, institution.publicJwk)) {
  const settings = {
    gatewayUrl: gateway.url,
    gatewayKey: gateway.publicJwk,
    application: { orgId: '00000304', businessId: '0003' },
    issuerUrl: 'https://id.example/trust',
    signer,
  }
  const ports = { fetch, now: () => NOW_MS, verifySignature: createWebCryptoVerifier() }
  const claim = { name: '李明', idNumber: '11010519491231002X', idCardAuthData: 'from the app', photo: PHOTO }
  return createAskNetworkId(settings, ports)({ ...claim, serial: randomBytes(16).toString('hex') })
}
const noAnswer = { code: 'SERVICE_UNAVAILABLE' }

it('the network ID gateway client asks about credential and photo, in the mode with a face, and never tells name or number', async () => {
  expect(await ask()).toBe('confirmed')
  expect(gateway.asked).toEqual([
    {
      aud: gateway.url,
      iat: NOW_MS / 1000,
      exp: NOW_MS / 1000 + 60,
      org_id: '00000304',
      business_id: '0003',
      auth_mode: 'R03',
      id_card_auth_data: 'from the app',
    },
  ])
})

it.each([
  ['the national platform said no', { passed: false }],
  ['a yes is about another name', { passed: true, masked_name: '王*', masked_number: '110105********002X' }],
  [
    'a yes is about another number',
    { passed: true, masked_name: '李*', masked_number: '110105********0038' },
  ],
])('the network ID gateway client refuses when %s', async (_, says) => {
  gateway.says = says
  expect(await ask()).toBe('refused')
})

describe('the network ID gateway client takes for no answer, and never for a pass,', () => {
  it.each([
    ['a yes without masks', { masked_name: undefined, masked_number: undefined }],
    ['a yes about a number that is hidden', { masked_number: '1****************X' }],
    ['a yes about a name that is hidden', { masked_name: '**' }],
    ['a result that is no yes or no', { passed: 'true' }],
    ['an answer to another question', { jti: '0'.repeat(32) }],
    ['an answer about another photo', { photo_sha256: 'A'.repeat(43) }],
    ['an answer for somebody else', { aud: 'https://elsewhere.test' }],
    ['an old answer', { iat: NOW_MS / 1000 - 120, exp: NOW_MS / 1000 - 60 }],
    ['an answer from the future', { iat: NOW_MS / 1000 + 61, exp: NOW_MS / 1000 + 120 }],
    ['an answer without an end', { exp: undefined }],
  ])('%s', async (_, changes) => {
    gateway.says = { ...gateway.says, ...changes }
    await expect(ask()).rejects.toMatchObject(noAnswer)
  })

  const header = () => ({ typ: TYPE, kid: gateway.kid })
  const forgeries: Record<string, (payload: JWTPayload) => Promise<string>> = {
    'one that nobody signed': async (payload) => {
      const [, body] = new UnsecuredJWT(payload).encode().split('.')
      const none = Buffer.from(JSON.stringify({ alg: 'none', ...header() })).toString('base64url')
      return `${none}.${body}.AAAA`
    },
    'one signed with the public key as a shared secret': (payload) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', ...header() })
        .sign(Buffer.from(JSON.stringify(gateway.publicJwk))),
    'one signed by another key': (payload) => stranger.sign(TYPE, payload),
    'one signed by another key under the name of the right one': async (payload) => {
      const [, body, signature] = (await stranger.sign(TYPE, payload)).split('.')
      const named = Buffer.from(JSON.stringify({ alg: 'ES256', ...header() })).toString('base64url')
      return `${named}.${body}.${signature}`
    },
    'one of another kind, signed by the right key': (payload) => gateway.sign(payload, 'JWT'),
    'one changed after it was signed': async (payload) => {
      const [head, , signature] = (await gateway.sign({ ...payload, passed: false })).split('.')
      return `${head}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`
    },
    garbage: async () => 'yes',
  }
  it.each(Object.entries(forgeries))('%s', async (_, forge) => {
    gateway.respond = async (payload) => ({ json: { answer: await forge(payload) } })
    await expect(ask()).rejects.toMatchObject(noAnswer)
  })

  it('the right answer to an earlier question', async () => {
    const kept: string[] = []
    gateway.respond = async (payload) => {
      kept.push(await gateway.sign(payload))
      return { json: { answer: kept[0] } }
    }
    expect(await ask()).toBe('confirmed')
    await expect(ask()).rejects.toMatchObject(noAnswer)
  })

  it('a right answer that comes with an error, a redirect, or not at all', async () => {
    for (const status of [500, 307]) {
      gateway.respond = async (payload) => ({
        json: { answer: await gateway.sign(payload) },
        status,
        location: gateway.url,
      })
      await expect(ask()).rejects.toMatchObject(noAnswer)
    }
    expect(gateway.received).toHaveLength(2)
    gateway.respond = async () => 'hang'
    await expect(ask()).rejects.toMatchObject(noAnswer)
    await gateway.close()
    await expect(ask()).rejects.toMatchObject(noAnswer)
  })

  it('one that does not come in time', async () => {
    const soon = AbortSignal.timeout(50)
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(soon)
    gateway.respond = () => new Promise(() => {})
    await expect(ask()).rejects.toMatchObject(noAnswer)
    expect(timeout).toHaveBeenCalledWith(10_000)
    timeout.mockRestore()
  })
})

it('the network ID gateway client is believed only with the institution’s key (this gateway really checks)', async () => {
  await expect(ask(stranger)).rejects.toMatchObject(noAnswer)
  expect(gateway.asked).toEqual([])
})
