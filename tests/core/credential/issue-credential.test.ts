import { createHash } from 'node:crypto'
import { digestText } from '@nansha/shared/encoding/digest'
import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import { StatusList } from '@sd-jwt/jwt-status-list'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER, issue, issuerSigner } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { RESIDENT } from '../../support/person'

const jwks = createLocalJWKSet({ keys: [{ ...issuerSigner.publicJwk, kid: issuerSigner.kid, alg: 'ES256' }] })

describe('issueCredential', () => {
  it('states who, what, until when and how it was proven, and no claim in the clear', async () => {
    const { credential, digest } = await issue()
    const [jws = ''] = credential.split('~')
    const { payload, protectedHeader } = await compactVerify(jws, jwks)
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'dc+sd-jwt', kid: issuerSigner.kid })
    const said = JSON.parse(Buffer.from(payload).toString())
    expect(said).toMatchObject({
      iss: ISSUER,
      vct: `${ISSUER}/types/resident-id`,
      iat: NOW,
      nbf: NOW,
      exp: NOW + 365 * 86_400,
      cnf: { jwk: holderKey().publicJwk },
      status: { status_list: { idx: 4711, uri: `${ISSUER}/status/1` } },
      assurance: 'face+registry',
      issuer_id: 1,
      _sd_alg: 'sha-256',
    })
    for (const value of Object.values(RESIDENT)) expect(Buffer.from(payload).toString()).not.toContain(value)
    expect(digest).toBe(digestText(jws))
  })

  it('sorts digests and never repeats a salt', async () => {
    const credentials = await Promise.all([issue(), issue()])
    const salts = credentials.flatMap(({ credential }) =>
      credential
        .split('~')
        .slice(1, -1)
        .map((disclosure) => JSON.parse(Buffer.from(disclosure, 'base64url').toString())[0]),
    )
    expect(new Set(salts).size).toBe(salts.length)
    const [jws = ''] = (credentials[0]?.credential ?? '').split('~')
    const { _sd } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())
    expect(_sd).toEqual([..._sd].sort())
  })

  it('is read in full by @sd-jwt/sd-jwt-vc', async () => {
    const library = new SDJwtVcInstance({
      hasher: (data: string | ArrayBuffer) =>
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      hashAlg: 'sha-256',
      verifier: async (data: string, signature: string) =>
        compactVerify(`${data}.${signature}`, jwks).then(() => true),
      statusListFetcher: async (uri) => {
        const list = new StatusList(new Array(STATUS_LIST_SIZE).fill(0), 2)
        const status_list = { bits: 2, lst: list.compressStatusList() }
        return issuerSigner.sign('statuslist+jwt', { sub: uri, iat: NOW, exp: NOW + 60, status_list })
      },
      statusVerifier: async () => true,
    })
    const { credential } = await issue()
    const claims = await library.getClaims(credential)
    expect(claims).toMatchObject({
      name: RESIDENT.name,
      id_number: RESIDENT.id_number,
      id_number_last4: '002X',
      address: { formatted: RESIDENT.address },
      age_equal_or_over: { 14: true, 18: true, 60: true },
    })
    expect((await library.verify(credential, { currentDate: NOW })).payload.vct).toBe(
      `${ISSUER}/types/resident-id`,
    )
    expect(decodeProtectedHeader(credential.split('~')[0] ?? '').typ).toBe('dc+sd-jwt')
  })
})
