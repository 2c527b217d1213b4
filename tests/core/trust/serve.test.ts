import { createHash } from 'node:crypto'
import { appendLogEntry } from '@nansha/core/credential/append-entry'
import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import type { StatusListRecord } from '@nansha/core/records/status-lists'
import { serve } from '@nansha/core/trust/serve'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { SDJwtVcInstance, TypeMetadataFormatSchema } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { ISSUER, issue, issuerSigner, NOW } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { createMemoryDatabase } from '../../support/memory-database'
import { signTrustList, TRUST_LIST } from '../../support/trust'

const [issuer] = TRUST_LIST.issuers as [TrustedIssuer]
const database = createMemoryDatabase()
const get = (path: string, changed: object = {}) =>
  serve(
    { database, issuer, trustList: signTrustList() },
    { path, httpMethod: 'GET', headers: {}, queryStringParameters: {}, ...changed },
  )
const getJson = async (path: string, changed: object = {}) => JSON.parse((await get(path, changed)).body)

describe('trust over HTTP', () => {
  it('lets an independent library verify a credential, given only what is served', async () => {
    const signer = { database, now: () => NOW * 1000, signer: issuerSigner, issuerUrl: ISSUER }
    await publishStatusLists(signer)
    await publishStatusLists(signer)
    const { issuer: iss, jwks } = await getJson('/trust/.well-known/jwt-vc-issuer')
    expect(iss).toBe(ISSUER)
    const keys = createLocalJWKSet(jwks as JSONWebKeySet)
    const library = new SDJwtVcInstance({
      hasher: (data: string | ArrayBuffer) =>
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      hashAlg: 'sha-256',
      statusListFetcher: async (uri) => (await get(uri.replace('https://id.example', ''))).body,
      verifier: async (data, signature) =>
        compactVerify(`${data}.${signature}`, keys).then(
          () => true,
          () => false,
        ),
    })
    const { credential } = await issue()
    const claims = (await library.getClaims(credential)) as { name: string }
    expect(claims.name).toBe('张伟')
    expect((await library.verify(credential, { currentDate: NOW })).payload.iss).toBe(ISSUER)
    const [jws = '', ...rest] = credential.split('~')
    const forged = [`${jws.slice(0, -8)}AAAAAAAA`, ...rest].join('~')
    await expect(library.verify(forged, { currentDate: NOW })).rejects.toThrow()
  })

  it('keeps retired keys, so that a rotation invalidates nothing', async () => {
    const rotated = { ...issuer, keys: [holderKey(201).publicJwk, ...issuer.keys] }
    const answer = await serve(
      { database, issuer: rotated, trustList: '' },
      { path: '/trust/jwks', httpMethod: 'GET', headers: {}, queryStringParameters: null },
    )
    const keys = createLocalJWKSet(JSON.parse(answer.body))
    const [jws = ''] = (await issue()).credential.split('~')
    await expect(compactVerify(jws, keys)).resolves.toBeDefined()
  })

  it.each(['/trust/jwks', '/jwks'])('answers under the trigger path or without it: %s', async (path) => {
    expect((await getJson(path)).keys).toMatchObject([{ kty: 'EC', alg: 'ES256', use: 'sig' }])
    expect((await get(path)).body).not.toContain('"d"')
  })

  it('answers where RFC 8615 puts the well-known document of an issuer with a path', async () => {
    expect((await getJson('/.well-known/jwt-vc-issuer/trust')).issuer).toBe(ISSUER)
  })

  it('describes every type in both languages, as the library reads it', async () => {
    for (const type of ['resident-id', 'driving-licence', 'social-security-card']) {
      const metadata = TypeMetadataFormatSchema.parse(await getJson(`/trust/types/${type}`))
      expect(metadata.vct).toBe(`${ISSUER}/types/${type}`)
      expect(metadata.display?.map((display) => display.locale)).toEqual(['zh-CN', 'en'])
    }
  })

  it('serves what sweep published, in its own media type', async () => {
    expect((await get('/trust/status/2')).statusCode).toBe(404)
    const list: StatusListRecord = { _id: '2', list: 2, open: true, token: 'a.b.c', publishedAt: new Date() }
    await database.collection<StatusListRecord>('statusLists').put(list)
    expect(await get('/trust/status/2')).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/statuslist+jwt', 'cache-control': 'public, max-age=300' },
      body: 'a.b.c',
    })
  })

  it('serves the issuance log by pages', async () => {
    const entry = { at: NOW, event: 'issued', subject: 's', credential: 'c' } as const
    for (let n = 0; n < 3; n++)
      await database.transaction((transaction) => appendLogEntry(transaction, entry))
    const { entries } = await getJson('/trust/log/entries', { queryStringParameters: { from: '2' } })
    expect(entries.map(({ index }: { index: number }) => index)).toEqual([2, 3])
    expect(entries[0]).not.toHaveProperty('_id')
  })

  it('answers what has not changed with nothing but a header', async () => {
    const { headers } = await get('/trust/jwks')
    expect(await get('/trust/jwks', { headers: { 'If-None-Match': headers.etag } })).toMatchObject({
      statusCode: 304,
      body: '',
    })
  })

  it.each([
    '/trust/',
    '/trust/unknown',
    '/trust/types/__proto__',
    '/trust/types/toString',
    '/trust/status/..',
    '/trust/status/99',
    '/trust/log/entries',
    '/trust/jwks/a/b',
    '/trust/.well-known/other',
  ])('has nothing at %s', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })

  it('only reads', async () => {
    expect((await get('/trust/jwks', { httpMethod: 'POST' })).statusCode).toBe(405)
    expect((await get('/trust/jwks', { httpMethod: 'HEAD' })).body).toBe('')
  })
})
