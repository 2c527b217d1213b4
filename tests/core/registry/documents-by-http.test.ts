import { randomBytes } from 'node:crypto'
import { createSigner } from '@nansha/core/crypto/signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { chooseDocuments } from '@nansha/core/registry/choose-documents'
import { documentsByHttp } from '@nansha/core/registry/documents-by-http'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { calculateJwkThumbprint, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { patientFetch } from '#support/patient-fetch'
import { NOW_MS } from '../../support/clock'
import { licenceOf } from '../../support/documents'
import { type Reply, serveApi } from '../../support/http-server'

const ISSUER = 'https://id.example/trust'
const HOLDER = { name: '李明', idNumber: '11010519491231002X' }
const asking = createHolderKey(randomBytes(48))
const registryKey = createHolderKey(randomBytes(48))
const strange = createHolderKey(randomBytes(48))

/** A registry on this machine, written from docs/document-registry.md with `jose` alone. */
let registry: Awaited<ReturnType<typeof serveApi>>
let url = ''
const asked: JWTPayload[] = []
let respond: (payload: JWTPayload) => Promise<string | Reply>
const sign = async (payload: JWTPayload, { privateKey, publicJwk } = registryKey) =>
  new SignJWT(payload)
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'nansha-document-answer+jwt',
      kid: await calculateJwkThumbprint(publicJwk),
    })
    .sign(await importJWK({ ...publicJwk, d: privateKey }, 'ES256'))

beforeAll(async () => {
  registry = await serveApi(async ({ body }) => {
    const { payload } = await jwtVerify(body, await importJWK(asking.publicJwk, 'ES256'), {
      algorithms: ['ES256'],
      typ: 'nansha-document-question+jwt',
      audience: url,
      requiredClaims: ['iss', 'iat', 'exp', 'jti'],
      currentDate: new Date(NOW_MS),
    })
    asked.push(payload)
    const answer = {
      iss: url,
      aud: payload.iss ?? '',
      iat: NOW_MS / 1000,
      jti: payload.jti ?? '',
      type: payload.type,
      document: licenceOf(HOLDER),
    }
    const response = await respond(answer)
    return typeof response === 'string' ? { json: response } : response
  })
  url = `http://127.0.0.1:${registry.port}/licences`
})
afterAll(() => registry.close())
beforeEach(() => {
  asked.length = 0
  respond = (answer) => sign(answer)
})

/** The stand-in answers JSON; a registry answers the token itself, which is that text without its quotes. */
const unquoted: typeof fetch = async (...request) => {
  const response = await patientFetch(...request)
  return new Response((await response.text()).replace(/^"|"$/g, ''), { status: response.status })
}
const find = () =>
  documentsByHttp(
    {
      url,
      keys: [registryKey.publicJwk],
      issuerUrl: ISSUER,
      signer: createSigner(asking.privateKey, asking.publicJwk),
      fetch: unquoted,
      now: () => NOW_MS,
      randomId: () => randomBytes(16).toString('base64url'),
      verifySignature: createWebCryptoVerifier(),
    },
    'driving-licence',
  ).find(HOLDER)

describe('a registry of documents over HTTP', () => {
  it('is asked for one type, one name and one number, and answers with the document', async () => {
    expect(await find()).toEqual(licenceOf(HOLDER))
    expect(asked).toMatchObject([
      { iss: ISSUER, aud: url, type: 'driving-licence', name: '李明', id_number: HOLDER.idNumber },
    ])
  })

  it('can say that there is none', async () => {
    respond = (answer) => sign({ ...answer, document: null })
    expect(await find()).toBeNull()
  })

  it.each<[string, (answer: JWTPayload) => Promise<string | Reply>]>([
    ['signed by somebody else', (answer) => sign({ ...answer, document: null }, strange)],
    ['to another question', (answer) => sign({ ...answer, jti: 'another' })],
    ['for another deployment', (answer) => sign({ ...answer, aud: 'https://other.example' })],
    ['of another registry', (answer) => sign({ ...answer, iss: 'https://other.example' })],
    ['about another type', (answer) => sign({ ...answer, type: 'social-security-card' })],
    ['of an hour ago', (answer) => sign({ ...answer, iat: NOW_MS / 1000 - 3600 })],
    ['that lacks the document', ({ document: _, ...answer }) => sign(answer)],
    [
      'with a status that has no meaning',
      (a) => sign({ ...a, document: { ...licenceOf(HOLDER), licence_status: 'fine' } }),
    ],
    [
      'with a member that nobody asked for',
      (a) => sign({ ...a, document: { ...licenceOf(HOLDER), telephone: '1' } }),
    ],
    ['that is unsigned', async () => JSON.stringify({ document: null })],
    ['with an error', async () => ({ status: 500, json: null })],
    ['that is a redirect', async () => ({ status: 302, location: url, json: null })],
    ['that breaks off', async () => 'hang' as const],
    ['that is too long', async () => 'x'.repeat(20_000)],
  ])('gave no answer when one comes %s', async (_what, answer) => {
    respond = answer
    await expect(find()).rejects.toMatchObject({ code: 'DOCUMENT_REGISTRY_DOWN' })
  })
})

describe('the registries of a deployment', () => {
  const platform = { issuerUrl: ISSUER, now: () => NOW_MS, randomId: () => 'id', fetch } as Parameters<
    typeof chooseDocuments
  >[1]
  const key = JSON.stringify({ ...asking.publicJwk, d: asking.privateKey })
  const licences = { url: 'https://licences.example', keys: [registryKey.publicJwk] }

  it('are none unless they are named', () => {
    expect(chooseDocuments({}, platform)).toEqual({ 'driving-licence': null, 'social-security-card': null })
  })

  it('are those that are named', () => {
    const named = { NANSHA_DOCUMENT_REGISTRIES: JSON.stringify({ 'driving-licence': licences }) }
    const chosen = chooseDocuments({ ...named, NANSHA_DOCUMENT_KEY: key }, platform)
    expect(chosen).toMatchObject({ 'driving-licence': expect.anything(), 'social-security-card': null })
  })

  it.each([
    [
      'invented documents outside a local stage',
      { NANSHA_DOCUMENT_REGISTRIES: 'specimen', NANSHA_STAGE: 'production' },
    ],
    ['what is no JSON', { NANSHA_DOCUMENT_REGISTRIES: 'licences.example' }],
    ['a type that nobody knows', { NANSHA_DOCUMENT_REGISTRIES: JSON.stringify({ passport: licences }) }],
    [
      'an address without TLS',
      {
        NANSHA_DOCUMENT_REGISTRIES: JSON.stringify({
          'driving-licence': { ...licences, url: 'http://l.example' },
        }),
      },
    ],
    [
      'a registry without keys',
      { NANSHA_DOCUMENT_REGISTRIES: JSON.stringify({ 'driving-licence': { ...licences, keys: [] } }) },
    ],
    [
      'no key of its own',
      {
        NANSHA_DOCUMENT_REGISTRIES: JSON.stringify({ 'driving-licence': licences }),
        NANSHA_DOCUMENT_KEY: '',
      },
    ],
  ])('refuse %s', (_what, environment) => {
    expect(() => chooseDocuments({ NANSHA_DOCUMENT_KEY: key, ...environment }, platform)).toThrow(
      /^NANSHA_DOCUMENT/,
    )
  })
})
