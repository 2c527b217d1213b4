import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { DESK_CODE_TYPE, type DeskCode } from '@nansha/shared/desk-code/desk-code'
import { deskCodePayload, packDeskCode, unpackDeskCode } from '@nansha/shared/desk-code/pack-desk-code'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { decodeBase45, encodeBase45 } from '@nansha/shared/encoding/base45'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'

import { BACKENDS } from '../../support/keys'
import { deskSigner, TRUST_LIST } from '../../support/trust'
import { CLERK, createWorld } from '../../support/world'

const shown = async (scenario: 'bank' | 'counter' = 'bank') => {
  const world = await createWorld()
  return (await showDeskCode(world.ports, CLERK, scenario)).code
}

describe.each(BACKENDS)('a desk code with $name', ({ verify }) => {
  const read = (text: string, now = NOW, trust = TRUST_LIST) => verifyDeskCode(text, trust, 1, now, verify)

  it('names the organisation that asks, and what for', async () => {
    expect(await read(await shown())).toMatchObject({
      scenario: 'bank',
      name: { zh: '南沙酒店', en: 'Nansha Hotel' },
      iat: NOW,
    })
  })

  it('is good for two minutes', async () => {
    const text = await shown()
    expect((await read(text, NOW + 120)).iat).toBe(NOW)
    await expect(read(text, NOW + 121)).rejects.toMatchObject({ code: 'DESK_CODE_EXPIRED' })
    // Phones' clocks differ.
    expect((await read(text, NOW - 60)).iat).toBe(NOW)
    await expect(read(text, NOW - 61)).rejects.toThrow()
  })

  it('is refused with any character changed, and from anybody else', async () => {
    const text = await shown()
    for (let at = 4; at < text.length; at += 5) {
      const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      await expect(read(changed), `character ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|DESK_CODE_INVALID|DESK_CODE_EXPIRED)$/),
      })
    }
    await expect(read(text, NOW, { ...TRUST_LIST, issuers: [] })).rejects.toMatchObject({
      code: 'ISSUER_UNTRUSTED',
    })
  })
})

it('a desk code has one text and fits a small QR code', async () => {
  const text = await shown()
  const unpacked = unpackDeskCode(text)
  expect(unpacked && packDeskCode(unpacked.code, unpacked.jws)).toBe(text)
  expect(encode(text, { ecc: 'M' }).version).toBeLessThanOrEqual(10)
})

describe('the bytes of a desk code', () => {
  const code: DeskCode = {
    issuerId: 0x0203,
    scenario: 'bank',
    nonce: Buffer.from(Array.from({ length: 16 }, (_, n) => n)).toString('base64url'),
    iat: NOW,
    name: { zh: '银行', en: 'Bank' },
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwsOf = (header: object) => `${part(header)}.${part({})}.${Buffer.alloc(64, 7).toString('base64url')}`
  const kid = Buffer.alloc(32, 5).toString('base64url')
  const text = packDeskCode(code, jwsOf({ kid }))
  const bytes = decodeBase45(text.slice(4)) ?? expect.unreachable()
  const read = (some: Uint8Array) => unpackDeskCode(`ND1:${encodeBase45(some)}`)

  it('lie as the protocol says, and stand for the JWS', () => {
    expect(Buffer.from(bytes).toString('hex')).toBe(
      [
        SCENARIOS.bank.id.toString(16).padStart(2, '0'),
        '0203',
        '000102030405060708090a0b0c0d0e0f',
        '6b49d200',
        '05'.repeat(32),
        '06e993b6e8a18c',
        '0442616e6b',
        '07'.repeat(64),
      ].join(''),
    )
    const unpacked = unpackDeskCode(text)
    expect(unpacked?.code).toEqual(code)
    const [header = '', payload = '', signature] = unpacked?.jws.split('.') ?? []
    const json = (encoded: string) => JSON.parse(Buffer.from(encoded, 'base64url').toString())
    expect(json(header)).toEqual({ alg: 'ES256', typ: 'nansha-desk+jwt', kid })
    expect(json(payload)).toEqual({
      issuer: 0x0203,
      scenario: 'bank',
      nonce: code.nonce,
      iat: NOW,
      zh: '银行',
      en: 'Bank',
    })
    expect(signature).toBe(Buffer.alloc(64, 7).toString('base64url'))
  })

  it('are read to the last, and no more', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(read(bytes.slice(0, length)), `${length} bytes`).toBeUndefined()
    expect(read(Uint8Array.of(...bytes, 0))).toBeUndefined()
    expect(unpackDeskCode(text.replace('ND1:', 'NT1:'))).toBeUndefined()
    expect(unpackDeskCode('ND1:*')).toBeUndefined()
    const longest = packDeskCode(
      { ...code, name: { zh: 'a'.repeat(100), en: 'b'.repeat(99) } },
      jwsOf({ kid }),
    )
    expect(unpackDeskCode(longest)?.code.name.en).toHaveLength(99)
    const longer = packDeskCode(
      { ...code, name: { zh: 'a'.repeat(150), en: 'b'.repeat(150) } },
      jwsOf({ kid }),
    )
    expect(unpackDeskCode(longer)).toBeUndefined()
  })

  it.each([
    ['no scenario', 0, 0],
    ['a name that ends elsewhere', 55, 5],
    ['a Chinese name that is no UTF-8', 56, 0xff],
    ['an English name that is no UTF-8', 63, 0xff],
  ])('are not read with %s', (_, at, byte) => {
    const other = bytes.slice()
    other[at] = byte
    expect(read(other)).toBeUndefined()
  })

  it('are not made of what is no JWS, or has no key or nonce', () => {
    for (const [wrong, jws] of [
      [code, 'no jws'],
      [code, jwsOf({})],
      [code, jwsOf({ kid: 'AAAA' })],
      [{ ...code, nonce: 'AAAA' }, jwsOf({ kid })],
      [{ ...code, nonce: '*' }, jwsOf({ kid })],
    ] as const)
      expect(() => packDeskCode(wrong, jws)).toThrow(RangeError)
  })
})

it.each<[string, Partial<DeskCode>, string]>([
  ['that a desk may ask', {}, 'read'],
  ['for a purpose of which no desk may ask', { scenario: 'gate' }, 'DESK_CODE_INVALID'],
  [
    'with a Chinese name that nobody can read',
    { name: { zh: '银\u202e行', en: 'Bank' } },
    'DESK_CODE_INVALID',
  ],
  [
    'with an English name that nobody can read',
    { name: { zh: '银行', en: 'Ba\u202enk' } },
    'DESK_CODE_INVALID',
  ],
  ['without a name', { name: { zh: '', en: 'Bank' } }, 'DESK_CODE_INVALID'],
  ['of another issuer', { issuerId: 2 }, 'ISSUER_UNTRUSTED'],
])('a desk code %s is believed or not, though a desk key signed it', async (_, changed, expected) => {
  const nonce = Buffer.alloc(16, 3).toString('base64url')
  const name = { zh: '银行', en: 'Bank' }
  const code: DeskCode = { issuerId: 1, scenario: 'bank', nonce, iat: NOW, name, ...changed }
  const text = packDeskCode(code, await deskSigner.sign(DESK_CODE_TYPE, deskCodePayload(code)))
  const [{ verify }] = BACKENDS
  const outcome = await verifyDeskCode(text, TRUST_LIST, 1, NOW, verify).then(
    (read) => (read.scenario === 'bank' && read.name.zh === name.zh ? 'read' : 'something else'),
    ({ code }) => code,
  )
  expect(outcome).toBe(expected)
})
