import { createHash } from 'node:crypto'
import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import { SIGNED_HEAD, SIGNED_HEAD_ID } from '@nansha/core/records/former-chain'
import { STATUS_LISTS, type StatusListRecord } from '@nansha/core/records/status-lists'
import { serve } from '@nansha/core/trust/serve'
import { verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { logOf } from '@nansha/shared/log/issuer-log'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { SDJwtVcInstance, TypeMetadataFormatSchema } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '../../support/clock'
import { ISSUER, issue, issuerSigner } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { issueToLog, logEntry, logSigner, storeChain } from '../../support/log'
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
    const publishing = {
      database,
      vouched: database,
      now: () => NOW_MS,
      signer: issuerSigner,
      issuerUrl: ISSUER,
    }
    await publishStatusLists(publishing)
    await publishStatusLists(publishing)
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
    expect(claims.name).toBe('李明')
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
    await database.in(STATUS_LISTS).put(list)
    expect(await get('/trust/status/2')).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/statuslist+jwt', 'cache-control': 'public, max-age=300' },
      body: 'a.b.c',
    })
  })

  it('serves the issuance log as C2SP tlog-tiles says: a checkpoint for seconds, tiles for ever', async () => {
    const ports = { database, now: () => NOW_MS, logSigner }
    expect((await get('/trust/log/checkpoint')).statusCode).toBe(404)
    for (let n = 0; n < 3; n++) await issueToLog(database, logEntry(`served ${n}`))
    await sequenceLog(ports)
    const checkpoint = await get('/trust/log/checkpoint')
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=5',
    })
    expect(verifyCheckpoint(checkpoint.body, logOf(issuer))).toMatchObject({ size: 3 })
    const tile = await get('/trust/log/tile/0/000.p/3')
    expect(tile).toMatchObject({ isBase64Encoded: true })
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(Buffer.from(tile.body, 'base64')).toHaveLength(96)
    for (const path of [
      'tile/0/000',
      'tile/0/000.p/4',
      'tile/entries/001',
      'tile/1/000.p/1',
      'tile/0/000.p/3/x',
    ])
      expect((await get(`/trust/log/${path}`)).statusCode, path).toBe(404)
  })

  it('cuts a partial tile that was removed from the full one', async () => {
    const before = await get('/trust/log/tile/entries/000.p/3')
    for (let n = 0; n < 600; n++) await issueToLog(database, logEntry(`more ${n}`))
    await sequenceLog({ database, now: () => NOW_MS, logSigner })
    expect(database.dump().logTiles?.map(({ _id }) => _id)).not.toContain('tile/entries/000.p/3')
    expect(await get('/trust/log/tile/entries/000.p/3')).toEqual(before)
    expect((await get('/trust/log/tile/0/000.p/3')).body).toBe(
      Buffer.from((await get('/trust/log/tile/0/000')).body, 'base64')
        .subarray(0, 96)
        .toString('base64'),
    )
  })

  it('serves the former hash chain by pages as long as its head is there', async () => {
    await storeChain(database, [logEntry('a'), logEntry('b'), logEntry('c')])
    const page = { queryStringParameters: { from: '2' } }
    expect((await get('/trust/log/entries', page)).statusCode).toBe(404)
    await database.in(SIGNED_HEAD).put({ _id: SIGNED_HEAD_ID, jws: 'a.b.c' })
    const { entries } = await getJson('/trust/log/entries', page)
    expect(entries.map(({ index }: { index: number }) => index)).toEqual([2, 3])
    expect(entries[0]).not.toHaveProperty('_id')
    expect((await get('/trust/log/head')).body).toBe('a.b.c')
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

  it('takes only GET and HEAD', async () => {
    expect((await get('/trust/jwks', { httpMethod: 'POST' })).statusCode).toBe(405)
    expect((await get('/trust/jwks', { httpMethod: 'HEAD' })).body).toBe('')
  })
})
