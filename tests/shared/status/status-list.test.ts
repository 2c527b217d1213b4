import { deflateSync } from 'node:zlib'
import {
  onlineStatusUri,
  packStatuses,
  STATUS_LIST_TYPE,
  statusAt,
  statusListAt,
  statusUri,
} from '@nansha/shared/status/status-list'
import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { ISSUER, issuerSigner } from '#support/issuer'
import { BACKENDS, holderKey } from '#support/keys'

describe('status list', () => {
  it('packs two bits a credential as the example of draft-ietf-oauth-status-list §4.1 does', () => {
    // Values 1 2 0 3 0 1 0 1 | 1 2 3 3 make C9 44 F9; the fourth value has no name here.
    const bytes = Uint8Array.of(0xc9, 0x44, 0xf9)
    expect(Array.from({ length: 13 }, (_, index) => statusAt(bytes, index))).toEqual([
      'revoked',
      'frozen',
      'valid',
      undefined,
      'valid',
      'revoked',
      'valid',
      'revoked',
      'revoked',
      'frozen',
      undefined,
      undefined,
      undefined,
    ])
    const packed = packStatuses([
      [0, 'revoked'],
      [1, 'frozen'],
      [5, 'revoked'],
      [7, 'revoked'],
    ])
    expect([packed[0], packed[1]]).toEqual([0b1001, 0x44])
  })

  it('has no place outside', () => {
    expect(() => packStatuses([[-1, 'frozen']])).toThrow(RangeError)
    expect(() => packStatuses([[131_072, 'frozen']])).toThrow(RangeError)
  })
})

it('a status list has a place for its first and its last credential, and none between two or beyond', () => {
  const bytes = packStatuses([
    [0, 'frozen'],
    [131_071, 'revoked'],
  ])
  expect(bytes).toHaveLength(32_768)
  expect([statusAt(bytes, 0), statusAt(bytes, 131_071)]).toEqual(['frozen', 'revoked'])
  for (const index of [-1, 0.5, 131_072, Number.NaN]) expect(statusAt(bytes, index)).toBeUndefined()
})

it('the address of a status list names its number, in one way', () => {
  expect(statusUri(ISSUER, 7)).toBe(`${ISSUER}/status/7`)
  expect(onlineStatusUri(ISSUER, 7)).toBe(`${ISSUER}/online-status/7`)
  expect(statusListAt(ISSUER, `${ISSUER}/status/7`)).toBe(7)
  for (const uri of [
    `${ISSUER}/status/07`,
    `${ISSUER}/status/7.5`,
    `${ISSUER}/status/`,
    `${ISSUER}/status/x`,
    `${ISSUER}/online-status/7`,
    'https://other.example/status/7',
    '7',
  ])
    expect(statusListAt(ISSUER, uri), uri).toBeUndefined()
})

describe('a status list token', () => {
  const uri = statusUri(ISSUER, 1)
  const deflated = (size: number) => Buffer.from(deflateSync(Buffer.alloc(size, 1))).toString('base64url')
  const token = (changed: object = {}, type = STATUS_LIST_TYPE) =>
    issuerSigner.sign(type, {
      sub: uri,
      iat: NOW,
      exp: NOW + 100,
      status_list: { bits: 2, lst: deflated(4) },
      ...changed,
    })
  const [{ verify }] = BACKENDS
  const read = async (text: string | Promise<string>, changed: object = {}, now = NOW) => {
    const expected = { uri, keys: [issuerSigner.publicJwk], notBefore: NOW, ...changed }
    return verifyStatusList(await text, expected, now, verify).catch(({ code }) => code)
  }

  it('is read until it ends, from five minutes before its time', async () => {
    const list = { uri, iat: NOW, exp: NOW + 100, bytes: Uint8Array.of(1, 1, 1, 1) }
    for (const now of [NOW - 300, NOW + 99]) expect(await read(token(), {}, now)).toEqual(list)
    expect(await read(token(), {}, NOW - 301)).toBe('TRUST_INVALID')
    expect(await read(token(), {}, NOW + 100)).toBe('TRUST_OUTDATED')
    expect(await read(token(), { notBefore: NOW + 1 })).toBe('TRUST_INVALID')
  })

  it.each<[string, object]>([
    ['of another address', { sub: `${ISSUER}/status/2` }],
    ['without an end', { exp: undefined }],
    ['of other bits', { status_list: { bits: 1, lst: deflated(4) } }],
    ['that is no base64url', { status_list: { bits: 2, lst: '*' } }],
    ['that is not compressed', { status_list: { bits: 2, lst: 'AAAA' } }],
    ['that is a byte too large', { status_list: { bits: 2, lst: deflated(32_769) } }],
    ['without a list', { status_list: undefined }],
  ])('is not believed %s', async (_, changed) => {
    expect(await read(token(changed))).toBe('TRUST_INVALID')
  })

  it('is as large as a whole list, of this type, and by a key of the issuer', async () => {
    const whole = await read(token({ status_list: { bits: 2, lst: deflated(32_768) } }))
    expect(whole).toMatchObject({ bytes: { length: 32_768 } })
    expect(await read(token({}, 'JWT'))).toBe('TRUST_INVALID')
    expect(await read(token(), { keys: [holderKey(9).publicJwk] })).toBe('TRUST_INVALID')
  })
})
