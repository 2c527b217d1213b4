import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyRequest } from '@nansha/shared/openid4vp/verify-request'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { holderKey } from '#support/keys'
import { askWallet, type RequestChanges, refusal } from '#support/portal'
import { ACCESS_CERTIFICATE, ANSWER_KEY, certify, clientIdOf, ONLINE_TRUST } from '#support/registered-portal'

const LEAF = certify()
const ANOTHER = certify({ serial: Uint8Array.of(8) })
const ELSEWHERE = 'other.example'
const answerTo = (host: string) => ({ response_uri: `https://${host}/answer` })
const x5c = (...chain: Uint8Array[]) => ({ header: { x5c: chain.map(encodeBase64) } })
const trusting = (...accessAuthorities: string[]) => ({
  trust: { ...ONLINE_TRUST, issuers: ONLINE_TRUST.issuers.map((one) => ({ ...one, accessAuthorities })) },
})

describe('a website’s request', () => {
  it.each([
    ['another type', { header: { typ: 'JWT' } }, 'TYPE'],
    ['a header that this wallet does not know', { header: { jku: 'https://a.example' } }, 'CRITICAL'],
    ['a signature of another key than the certified one', { key: holderKey(97) }, 'SIGNATURE'],
    ['another audience', { payload: { aud: 'https://elsewhere.example' } }, 'AUDIENCE'],
    ['a nonce that is too short', { payload: { nonce: 'short' } }, 'nonce'],
    ['the client id of another', { payload: { client_id: clientIdOf(ANOTHER) } }, 'CLIENT_ID'],
    ['another nonce of a wallet', { payload: { wallet_nonce: 'of-another-wallet' } }, 'WALLET_NONCE'],
    ['no nonce of a wallet', { payload: { wallet_nonce: undefined } }, 'WALLET_NONCE'],
    ['a word about itself of no format', { payload: { verifier_info: [{}] } }, 'verifier_info.0.format'],
    ['no key to encrypt to', { payload: { client_metadata: { jwks: { keys: [{}] } } } }, 'ENCRYPTION'],
    ['data that is no transaction', { payload: { transaction_data: ['bm90IGpzb24'] } }, 'TRANSACTION_DATA'],
  ] as [string, RequestChanges, string][])('is refused with %s', async (_, changes, check) => {
    expect(await refusal(changes)).toBe(`PORTAL_REQUEST_INVALID/${check}`)
  })

  it('that does not say how it reads is answered by AES with 128 bits, as the specification has it', async () => {
    const keys = [{ ...ANSWER_KEY.publicJwk, alg: 'ECDH-ES' }]
    const { verified } = await askWallet({ payload: { client_metadata: { jwks: { keys } } } })
    expect(verified.recipient).toEqual({ publicJwk: ANSWER_KEY.publicJwk, kid: undefined, enc: 'A128GCM' })
  })

  it('is refused when it is no JWS', async () => {
    const { registration } = await askWallet()
    const expected = { clientId: '', walletNonce: '', registration, trust: ONLINE_TRUST, now: NOW }
    await expect(verifyRequest('request', expected, verifyWithNoble)).rejects.toMatchObject({
      code: 'PORTAL_REQUEST_INVALID',
      details: { check: 'MALFORMED' },
    })
  })

  it.each([
    ['a minute ago', -60, 'answered'],
    ['longer ago', -61, 'PORTAL_REQUEST_EXPIRED'],
    ['in a minute', 60, 'answered'],
    ['later', 61, 'PORTAL_REQUEST_EXPIRED'],
  ])('that was signed %s is taken or not', async (_, seconds, expected) => {
    expect(await refusal({ payload: { iat: NOW + seconds, exp: undefined } })).toBe(expected)
  })

  it.each([
    ['registered nor certified', {}],
    ['registered', { certificate: certify({ domains: [ELSEWHERE] }) }],
    ['certified', { registrant: { domains: [ELSEWHERE] } }],
  ] as [string, RequestChanges][])('is not answered at a host that is not %s', async (_, changes) => {
    const asked = { ...changes, payload: answerTo(ELSEWHERE) }
    expect(await refusal(asked)).toBe('PORTAL_REQUEST_INVALID/HOST')
  })
})

describe('the certificate of a website', () => {
  it.each([
    ['is missing', { header: { x5c: undefined } }, 'CERTIFICATE_MISSING'],
    ['is in no list', { header: { x5c: encodeBase64(LEAF) } }, 'CERTIFICATE_MISSING'],
    ['is in an empty list', x5c(), 'CERTIFICATE_MISSING'],
    ['comes with its authority’s', x5c(LEAF, ACCESS_CERTIFICATE), 'CERTIFICATE_MISSING'],
    ['is no base64', { header: { x5c: ['*'] } }, 'CERTIFICATE_MISSING'],
    ['is not that of the link', { linkClientId: clientIdOf(ANOTHER) }, 'CERTIFICATE_HASH'],
    ['has run out', { certificate: certify({ notAfter: NOW - 1 }) }, 'CERTIFICATE_EXPIRED'],
    ['is of no authority, because there is none', trusting(), 'CERTIFICATE_AUTHORITY'],
    [
      'names another organisation',
      { registrant: { organisation: { zh: '银行', en: 'Bank' } } },
      'ORGANISATION',
    ],
  ] as [string, RequestChanges, string][])('is refused when it %s', async (_, changes, check) => {
    expect(await refusal(changes)).toBe(`PORTAL_REQUEST_INVALID/${check}`)
  })

  it('is the registered one, under the registered client id', async () => {
    const other = { linkClientId: clientIdOf(ANOTHER), ...x5c(ANOTHER) }
    const registered = {
      registrant: { certificate: encodeBase64(ANOTHER) },
      registration: { client_id: clientIdOf(LEAF) },
    }
    const under = { registration: { client_id: clientIdOf(ANOTHER) } }
    for (const changes of [other, registered, under])
      expect(await refusal(changes)).toBe('PORTAL_UNREGISTERED')
  })

  it('may be of any of the authorities, of which one that cannot be read is passed over', async () => {
    expect(await refusal(trusting('*', encodeBase64(ACCESS_CERTIFICATE)))).toBe('answered')
  })
})
