import { createHash, randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { issuerMetadata } from '@nansha/core/trust/metadata'
import { digestText } from '@nansha/shared/encoding/digest'
import { signWithNoble } from '@nansha/shared/jws/create-jws'
import { passAudience, passNonce } from '@nansha/shared/pass/pass'
import { STATUS_LIST_SIZE, statusAt } from '@nansha/shared/status/status-list'
import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, createLocalJWKSet, importJWK, type JWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { encode, HOLDER, ISSUER_KEY, outcomes, PAYLOAD } from '../support/forge'
import { ISSUER, issuerSigner } from '../support/issuer'
import { BACKENDS, holderKey } from '../support/keys'
import { createOfflineWorld } from '../support/offline-world'
import { passText } from '../support/pass-text'
import { RESIDENT } from '../support/person'
import { TRUST_LIST } from '../support/trust'

const hasher = (data: string | ArrayBuffer) =>
  createHash('sha256')
    .update(typeof data === 'string' ? data : Buffer.from(data))
    .digest()
const signBy = (key: typeof HOLDER) => async (data: string) =>
  Buffer.from(signWithNoble(key.privateKey, Buffer.from(data))).toString('base64url')
const verifyBy = (key: typeof HOLDER) => async (data: string, signature: string) =>
  compactVerify(`${data}.${signature}`, await importJWK(key.publicJwk, 'ES256')).then(
    () => true,
    () => false,
  )
const library = new SDJwtVcInstance({
  hasher,
  hashAlg: 'sha-256',
  saltGenerator: () => randomBytes(16).toString('base64url'),
  signer: signBy(ISSUER_KEY),
  signAlg: 'ES256',
  verifier: verifyBy(ISSUER_KEY),
  kbSigner: signBy(HOLDER),
  kbSignAlg: 'ES256',
  kbVerifier: verifyBy(HOLDER),
})

describe('@sd-jwt/sd-jwt-vc', () => {
  it('makes credentials that this project verifies, and refuses when they are changed', async () => {
    const claims = { ...PAYLOAD, name: '李明', sex: 'male', address: { formatted: '广州' } }
    const issued = await library.issue(
      claims,
      { _sd: ['name', 'sex'], address: { _sd: ['formatted'] } },
      { header: { kid: issuerSigner.kid } },
    )
    const payload = { iat: NOW, aud: 'https://verifier.example', nonce: 'n-0S6_WzA2Mj' }
    const presented = await library.present(
      issued,
      { name: true, address: { formatted: true } },
      { kb: { payload } },
    )
    expect(await outcomes(presented)).toEqual(['accepted'])
    expect(await outcomes(`${presented.slice(0, -6)}AAAAAA`)).not.toEqual(['accepted'])
  })

  it('verifies a Nansha pass with its key binding', async () => {
    const world = await createOfflineWorld()
    const { proof } = await world.frames()
    const own = new SDJwtVcInstance({
      hasher,
      hashAlg: 'sha-256',
      verifier: verifyBy(ISSUER_KEY),
      kbVerifier: verifyBy(world.key),
      statusListFetcher: async () => (await world.download()).statusLists[0] ?? '',
    })
    const pass = passText(proof)
    const { payload, kb } = await own.verify(pass, { currentDate: NOW, keyBindingNonce: passNonce(NOW) })
    expect(payload.vct).toBe(`${ISSUER}/types/gate-pass`)
    expect(kb?.payload.aud).toBe(passAudience('gate'))
  })
})

describe('plain jose', () => {
  it('verifies a Nansha pass and its key binding, given the served metadata', async () => {
    const world = await createOfflineWorld()
    const [issued = '', binding = ''] = passText((await world.frames()).proof).split('~')
    const { jwks } = issuerMetadata(TRUST_LIST.issuers[0] as TrustedIssuer)
    const currentDate = new Date(NOW * 1000)
    const options = { algorithms: ['ES256'], typ: 'dc+sd-jwt', issuer: ISSUER, currentDate }
    const { payload } = await jwtVerify(issued, createLocalJWKSet(jwks), options)
    expect(payload).toMatchObject({ vct: `${ISSUER}/types/gate-pass`, name: RESIDENT.name })
    const key = await importJWK((payload.cnf as { jwk: JWK }).jwk, 'ES256')
    const bound = { algorithms: ['ES256'], typ: 'kb+jwt', audience: passAudience('gate'), currentDate }
    expect((await jwtVerify(binding, key, bound)).payload.sd_hash).toBe(digestText(`${issued}~`))
  })
})

describe.each(BACKENDS)('@sd-jwt/jwt-status-list, read with $name', ({ verify }) => {
  it('makes status lists that this project reads', async () => {
    const statuses = new Array<number>(STATUS_LIST_SIZE).fill(0)
    statuses[3] = 1
    statuses[70_001] = 2
    const uri = `${ISSUER}/status/9`
    const { header, payload } = createHeaderAndPayload(
      new StatusList(statuses, 2),
      { iss: ISSUER, sub: uri, iat: NOW, exp: NOW + 60 },
      { alg: 'ES256', typ: 'statuslist+jwt', kid: issuerSigner.kid },
    )
    const input = `${encode(header)}.${encode(payload)}`
    const token = `${input}.${await signBy(ISSUER_KEY)(input)}`
    const expected = { uri, keys: [issuerSigner.publicJwk], notBefore: 0 }
    const { bytes } = await verifyStatusList(token, expected, NOW, verify)
    expect([2, 3, 70_001].map((index) => statusAt(bytes, index))).toEqual(['valid', 'revoked', 'frozen'])
  })

  it('makes status lists that are refused under another key', async () => {
    const lst = deflateSync(Buffer.alloc(8)).toString('base64url')
    const payload = { sub: 'x', iat: NOW, exp: NOW + 60, status_list: { bits: 2, lst } }
    const input = `${encode({ alg: 'ES256', typ: 'statuslist+jwt', kid: issuerSigner.kid })}.${encode(payload)}`
    const token = `${input}.${await signBy(holderKey(9))(input)}`
    const expected = { uri: 'x', keys: [issuerSigner.publicJwk], notBefore: 0 }
    await expect(verifyStatusList(token, expected, NOW, verify)).rejects.toMatchObject({
      code: 'TRUST_INVALID',
    })
  })
})
