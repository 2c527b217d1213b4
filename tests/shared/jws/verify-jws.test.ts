import { NanshaError } from '@nansha/shared/errors'
import { createJws } from '@nansha/shared/jws/create-jws'
import { type JwsFault, type JwsProfile, refuseAs, verifyJws } from '@nansha/shared/jws/verify-jws'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { BACKENDS, holderKey } from '../../support/keys'

const key = holderKey()
const profile: Omit<JwsProfile, 'refusal'> = {
  typ: 'test+jwt',
  headers: ['kid'],
  audience: 'https://issuer.example',
  window: { before: 10, after: 35 },
  key: () => key.publicJwk,
}
const REFUSED = new NanshaError('TRUST_INVALID')
const payload = { aud: profile.audience, iat: NOW }
const sign = (header: object, body: object, signer = key) =>
  createJws(signer.privateKey, { typ: 'test+jwt', ...header }, body)
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe.each(BACKENDS)('verifyJws with $name', ({ verify }) => {
  const faultOf = async (jws: string, at = NOW, changed: Partial<JwsProfile> = {}) => {
    const faults: JwsFault[] = []
    const refusal = (fault: JwsFault) => {
      faults.push(fault)
      return REFUSED
    }
    const verified = verifyJws(jws, { ...profile, refusal, ...changed }, at, verify)
    const outcome = await verified.then(
      () => 'accepted',
      (error) => error,
    )
    expect([outcome, faults.length]).toEqual(outcome === 'accepted' ? ['accepted', 0] : [REFUSED, 1])
    return outcome === 'accepted' ? 'none' : faults.map(String).join()
  }

  it('accepts what the profile demands', async () => {
    expect(await faultOf(sign({ kid: 'a' }, payload))).toBe('none')
  })

  it.each([
    ['text that is no JWS', 'a.b', 'MALFORMED'],
    ['five parts', `${sign({}, payload)}.a.b`, 'MALFORMED'],
    ['padding', `${sign({}, payload)}=`, 'MALFORMED'],
    ['alg none', `${encode({ alg: 'none', typ: 'test+jwt' })}.${encode(payload)}.AA`, 'ALGORITHM'],
    ['another alg', sign({ alg: 'HS256' }, payload), 'ALGORITHM'],
    ['another typ', sign({ typ: 'JWT' }, payload), 'TYPE'],
    ['crit', sign({ crit: ['exp'] }, payload), 'CRITICAL'],
    ['an embedded key', sign({ jwk: key.publicJwk }, payload), 'CRITICAL'],
    ['b64: false', sign({ b64: false }, payload), 'CRITICAL'],
    ['another key', sign({}, payload, holderKey(2)), 'SIGNATURE'],
    ['another audience', sign({}, { ...payload, aud: 'https://other.example' }), 'AUDIENCE'],
    ['a list of audiences', sign({}, { ...payload, aud: [profile.audience] }), 'AUDIENCE'],
    ['no iat', sign({}, { aud: profile.audience }), 'MALFORMED'],
    ['an iat that is text', sign({}, { ...payload, iat: '1' }), 'MALFORMED'],
    ['an iat before time', sign({}, { ...payload, iat: -1 }), 'MALFORMED'],
    ['an iat between seconds', sign({}, { ...payload, iat: NOW + 0.5 }), 'MALFORMED'],
    ['an nbf that is text', sign({}, { ...payload, nbf: '1' }), 'MALFORMED'],
    ['an exp that is text', sign({}, { ...payload, exp: '9999999999' }), 'MALFORMED'],
    ['no audience', sign({}, { iat: NOW }), 'AUDIENCE'],
    ['nbf to come', sign({}, { ...payload, nbf: NOW + 11 }), 'TOO_EARLY'],
    ['exp reached', sign({}, { ...payload, exp: NOW }), 'TOO_LATE'],
  ])('refuses %s', async (_, jws, fault) => {
    expect(await faultOf(jws)).toBe(fault)
  })

  it('holds the window to the second', async () => {
    const jws = sign({}, payload)
    expect(await faultOf(jws, NOW - 11)).toBe('TOO_EARLY')
    expect(await faultOf(jws, NOW - 10)).toBe('none')
    expect(await faultOf(jws, NOW + 35)).toBe('none')
    expect(await faultOf(jws, NOW + 36)).toBe('TOO_LATE')
  })

  it('takes an nbf as far ahead as an iat, and an exp to come', async () => {
    expect(await faultOf(sign({}, { ...payload, nbf: NOW + 10, exp: NOW + 1 }))).toBe('none')
  })

  it('takes any audience where the message is for everybody', async () => {
    const everybody = { audience: null }
    expect(await faultOf(sign({}, { iat: NOW }), NOW, everybody)).toBe('none')
    expect(await faultOf(sign({}, { ...payload, aud: 'https://other.example' }), NOW, everybody)).toBe('none')
  })

  it('does not hold what states its own end to a window after its iat', async () => {
    const untilExp = { window: { before: 10, after: 'exp' } } as const
    expect(await faultOf(sign({}, { ...payload, iat: NOW - 99_999, exp: NOW + 1 }), NOW, untilExp)).toBe(
      'none',
    )
    expect(await faultOf(sign({}, { ...payload, iat: 0, exp: NOW + 1 }), NOW, untilExp)).toBe('none')
  })

  it('demands exp where the message must state its end', async () => {
    const untilExp = { window: { before: 0, after: 'exp' } } as const
    expect(await faultOf(sign({}, payload), NOW, untilExp)).toBe('MALFORMED')
    const jws = sign({}, { ...payload, exp: NOW + 9 })
    expect(await faultOf(jws, NOW + 8, untilExp)).toBe('none')
    expect(await faultOf(jws, NOW + 9, untilExp)).toBe('TOO_LATE')
  })

  it('refuses when the reader knows no key', async () => {
    expect(await faultOf(sign({}, payload), NOW, { key: () => undefined })).toBe('KEY')
  })

  it('refuses a signature with any bit changed', async () => {
    const [header, body, signature = ''] = sign({}, payload).split('.')
    const bytes = Buffer.from(signature, 'base64url')
    for (let i = 0; i < 64; i += 7) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] as number) ^ 1
      expect(await faultOf(`${header}.${body}.${changed.toString('base64url')}`)).toBe('SIGNATURE')
    }
  })
})

it('signJws makes a JWS that jose verifies', async () => {
  const { payload: verified } = await compactVerify(
    sign({}, payload),
    await importJWK(key.publicJwk, 'ES256'),
  )
  expect(JSON.parse(Buffer.from(verified).toString())).toEqual(payload)
})

it('each fault of a JWS has the code of its own, or that of the kind', () => {
  const refusal = refuseAs('TRUST_INVALID', { TOO_LATE: 'TICKET_EXPIRED' })
  expect([refusal('TOO_LATE').code, refusal('SIGNATURE').code]).toEqual(['TICKET_EXPIRED', 'TRUST_INVALID'])
  expect(refuseAs('TRUST_INVALID')('TOO_LATE').code).toBe('TRUST_INVALID')
})
