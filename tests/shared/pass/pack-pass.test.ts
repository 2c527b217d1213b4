import { LICENCE_STATUSES } from '@nansha/shared/documents/driving-licence'
import { FRAME_BYTES, packFrame, unpackFrame } from '@nansha/shared/pass/frame'
import { isPassText, PASS_PREFIX, PASS_PREFIX_2, packPass, unpackPass } from '@nansha/shared/pass/pack-pass'
import type { PassClaims, ShownPass } from '@nansha/shared/pass/packed-pass'
import { parsePass } from '@nansha/shared/pass/parse-pass'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { ASSURANCES, UNLOCK_METHODS } from '@nansha/shared/scenarios'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { issuerSigner } from '../../support/issuer'
import { createOfflineWorld } from '../../support/offline-world'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const base64url = (length: number) => bytes(length).map((some) => Buffer.from(some).toString('base64url'))
const digits = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))
const gate = fc.record({
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((name) => Buffer.byteLength(name) < 240),
  id_number_last4: fc.tuple(digits, fc.constantFrom(...'0123456789X')).map((parts) => parts.join('')),
})
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const licence = fc.tuple(
  gate,
  fc.record({
    vehicle_classes: fc
      .array(fc.constantFrom('A1', 'A2', 'B1', 'C1', 'C6', 'D', 'E', 'F', 'M', 'N', 'P'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((classes) => classes.join(',')),
    licence_status: fc.constantFrom(...LICENCE_STATUSES),
    licence_valid_until: fc.oneof(day, fc.constant('long-term')),
  }),
)
const roadside = licence.map(([person, state]): PassClaims => ({ ...person, ...state }))
const age = fc.boolean().map((adult) => ({ age_equal_or_over: { 18: adult } }))
const iat = NOW
const shown = fc
  .oneof(
    fc.record({ scenario: fc.constant('gate' as const), claims: gate }),
    fc.record({ scenario: fc.constant('age' as const), claims: age }),
    fc.record({ scenario: fc.constant('roadside' as const), claims: roadside }),
  )
  .chain((purpose) =>
    fc.record<ShownPass>({
      scenario: fc.constant(purpose.scenario),
      claims: fc.constant(purpose.claims),
      assurance: fc.constantFrom(...ASSURANCES),
      unlock: fc.constantFrom(...UNLOCK_METHODS),
      issuerId: fc.integer({ min: 0, max: 0xffff }),
      keyHint: base64url(3),
      list: fc.integer({ min: 0, max: 32_767 }),
      index: fc.integer({ min: 0, max: 131_071 }),
      iat: fc.constant(iat),
      exp: fc.integer({ min: iat, max: iat + 0xffffff }),
      shownAt: fc.integer({ min: iat, max: iat + 0xffffff }),
      jti: base64url(4),
      x: base64url(32),
      parity: fc.constantFrom('0' as const, '1' as const),
      portraitDigest: base64url(16),
      signature: bytes(64),
      bindingSignature: bytes(64),
    }),
  )

describe('a proof frame', () => {
  it('gives back every pass, and is the one text for it', () => {
    fc.assert(
      fc.property(shown, (pass) => {
        const text = packPass(pass)
        expect(unpackPass(text)).toEqual(pass)
      }),
    )
  })

  it('is read from no bytes that would be packed otherwise', () => {
    const flags = fc
      .uint8Array({ minLength: 73, maxLength: 90 })
      .chain((middle) => fc.tuple(fc.constantFrom(2, 5, 6), fc.nat(255), fc.constant(middle)))
    fc.assert(
      fc.property(flags, ([scenario, flag, middle]) => {
        const prefix = scenario === 6 ? PASS_PREFIX_2 : PASS_PREFIX
        const text = packFrame(prefix, Uint8Array.of(scenario, flag, ...middle, ...new Uint8Array(126)))
        const read = unpackPass(text)
        if (read) expect(packPass(read)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('fits version 9 of a QR code with a name of four characters, and a frame with the longest of all', async () => {
    const world = await createOfflineWorld()
    const proofOf = async (name: string) => {
      const pass = await world.pass({ claims: { name, id_number_last4: '002X' } })
      const { proof } = await world.frames({ pass })
      return proof.length
    }
    expect(await proofOf('欧阳娜娜')).toBeLessThanOrEqual(335)
    expect(await proofOf('阿'.repeat(40))).toBeLessThanOrEqual(4 + 450 * 1.5)
  })
})

describe('versions of a proof frame', () => {
  const [gatePass, roadsidePass] = (['gate', 'roadside'] as const).map((scenario) => {
    const [sample] = fc.sample(
      shown.filter((pass) => pass.scenario === scenario),
      { numRuns: 1, seed: 7 },
    )
    return packPass(sample as ShownPass)
  }) as [string, string]

  it('keep what version 1 was made for in version 1, and write what came later in version 2', () => {
    expect(gatePass.startsWith('NP1:')).toBe(true)
    expect(roadsidePass.startsWith('NP2:')).toBe(true)
    expect([gatePass, roadsidePass].every(isPassText)).toBe(true)
    expect(['', 'NT1:', 'NP3:00', gatePass.toLowerCase()].some(isPassText)).toBe(false)
  })

  it('are not read one as the other', () => {
    expect(unpackPass(gatePass.replace('NP1:', 'NP2:'))).toBeUndefined()
    expect(unpackPass(roadsidePass.replace('NP2:', 'NP1:'))).toBeUndefined()
  })

  it('still read a code of version 1 as it was written before there was another', () => {
    const former =
      'NP1:+B0100PS0KS0ZB0F3D/E9100TDA000K+1PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0PS0NT0846$5B/6T59JJEMR7T.FKW50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50W50X50JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB0JB020'
    expect(unpackPass(former)).toMatchObject({ scenario: 'gate' })
  })

  it('fit a frame with the longest name and the most classes', () => {
    const claims = {
      name: '𠮷'.repeat(40),
      id_number_last4: '002X',
      vehicle_classes: Array.from({ length: 12 }, () => 'A1').join(','),
      licence_status: 'normal',
      licence_valid_until: '2033-06-08',
    }
    const read = unpackPass(roadsidePass)
    const text = read && packPass({ ...read, claims })
    expect(text?.length).toBeLessThanOrEqual(4 + FRAME_BYTES * 1.5)
  })
})

describe('what no proof frame can say', () => {
  const [gatePass] = fc.sample(
    shown.filter((pass) => pass.scenario === 'gate'),
    { numRuns: 1, seed: 7 },
  ) as [ShownPass]

  it.each<[string, Partial<ShownPass>]>([
    ['a place beyond its list', { index: 131_072 }],
    ['a list beyond its bytes', { list: 32_768 }],
    ['an end before the beginning', { exp: iat - 1 }],
    ['a life of more than 24 bits', { exp: iat + 0x1000000 }],
    ['a showing before the beginning', { shownAt: iat - 1 }],
    ['a key hint of another length', { keyHint: 'AAAAAA' }],
    ['a number of another length', { jti: 'AAAAA' }],
    ['a key that is none', { x: '*' }],
    ['a name of more than 244 bytes', { claims: { name: 'a'.repeat(245), id_number_last4: '0023' } }],
  ])('is %s', (_, changed) => {
    expect(() => packPass({ ...gatePass, ...changed })).toThrow(RangeError)
  })

  it('is a frame of an age check cut short, which has no claims that would miss', () => {
    const [agePass] = fc.sample(
      shown.filter((pass) => pass.scenario === 'age'),
      { numRuns: 1, seed: 7 },
    ) as [ShownPass]
    const bytes = unpackFrame(PASS_PREFIX, packPass(agePass)) ?? expect.unreachable()
    for (let length = 0; length < bytes.length; length++)
      expect(unpackPass(packFrame(PASS_PREFIX, bytes.slice(0, length))), `${length} bytes`).toBeUndefined()
  })

  it.each([
    ['no name', { name: '', id_number_last4: '0023' }],
    ['letters for digits', { name: '李明', id_number_last4: 'abcd' }],
    ['a letter that ends no number', { name: '李明', id_number_last4: '002x' }],
    ['digits that are not all in ASCII', { name: '李明', id_number_last4: '0é3' }],
  ])('is read with %s', (_, claims) => {
    expect(unpackPass(packPass({ ...gatePass, claims }))).toBeUndefined()
  })

  it('ends at the last place, the longest life and the longest name', () => {
    const claims = { name: 'a'.repeat(244), id_number_last4: '0023' }
    for (const changed of [
      { list: 32_767, index: 131_071 },
      { exp: iat + 0xffffff, shownAt: iat },
      { claims },
    ] as Partial<ShownPass>[]) {
      const pass = { ...gatePass, ...changed }
      expect(unpackPass(packPass(pass))).toEqual(pass)
    }
  })

  it('is a frame cut short, one with more, or one with another flag', () => {
    const bytes = unpackFrame(PASS_PREFIX, packPass(gatePass)) ?? expect.unreachable()
    const read = (changed: Uint8Array) => unpackPass(packFrame(PASS_PREFIX, changed))
    expect(read(bytes)).toEqual(gatePass)
    for (let length = 0; length < bytes.length; length++)
      expect(read(bytes.slice(0, length)), `${length} bytes`).toBeUndefined()
    expect(read(Uint8Array.of(...bytes, 0))).toBeUndefined()
    const flagged = (set: number, cleared = 0) => {
      const changed = bytes.slice()
      changed[1] = ((bytes[1] ?? 0) & ~cleared) | set
      return read(changed)
    }
    // Aged 18, an unlock that is none, two assurances at once, a bit without a meaning.
    expect([flagged(32), flagged(12), flagged(64 + 3), flagged(128)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    for (const [assurance, flag] of [
      ['specimen', 0],
      ['platform-face', 1],
      ['face+registry', 2],
      ['in-person', 3],
      ['guided-face', 64],
    ] as const)
      expect(flagged(flag, 64 + 3)).toEqual({ ...gatePass, assurance })
    for (const [place, unlock] of UNLOCK_METHODS.entries())
      expect(flagged(place << 2, 12)).toEqual({ ...gatePass, unlock })
  })
})

describe('parsePass', () => {
  it('reads every member of a pass, and refuses one that lacks it or says another thing', async () => {
    const world = await createOfflineWorld()
    const [head = '', body = ''] = (await world.pass()).split('.')
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString())
    const header = JSON.parse(Buffer.from(head, 'base64url').toString())
    const parse = async (changed: object) => parsePass(`${await issuerSigner.sign('dc+sd-jwt', changed)}~`)
    const { signature, ...read } = (await parse(payload)) ?? expect.unreachable()
    expect(read).toEqual({
      scenario: 'gate',
      assurance: 'face+registry',
      unlock: 'pin',
      list: 1,
      index: 4711,
      iat: NOW,
      exp: NOW + 86_400,
      jti: payload.jti,
      issuerId: 1,
      keyHint: header.kid.slice(0, 4),
      x: world.key.publicJwk.x,
      parity: expect.stringMatching(/^[01]$/),
      portraitDigest: payload.portrait_digest,
      claims: { name: '李明', id_number_last4: '002X' },
    })
    expect(signature).toHaveLength(64)
    for (const member of Object.keys(payload)) {
      const { [member]: _, ...rest } = payload
      expect(await parse(rest), `without ${member}`).toBeUndefined()
      expect(await parse({ ...rest, [member]: [] }), `another ${member}`).toBeUndefined()
    }
    const elsewhere = { idx: 4711, uri: 'https://elsewhere.example/status/1' }
    for (const changed of [
      { vct: payload.vct.replace('gate', 'bank') },
      { status: { status_list: elsewhere } },
      { cnf: { jwk: { ...payload.cnf.jwk, y: 'AA' } } },
    ])
      expect(await parse({ ...payload, ...changed })).toBeUndefined()
  })

  it('refuses a pass that says anything else than a frame can carry', async () => {
    const world = await createOfflineWorld()
    const pass = await world.pass()
    expect(parsePass(pass)).toBeDefined()
    expect(parsePass(pass.slice(0, -1))).toBeUndefined()
    expect(parsePass(`${pass}~`)).toBeUndefined()
    const more = { ...JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()), extra: 1 }
    expect(parsePass(`${await issuerSigner.sign('dc+sd-jwt', more)}~`)).toBeUndefined()
  })

  it('is asked before a pass is shown for another purpose', async () => {
    const world = await createOfflineWorld()
    const request = { key: world.key, pass: await world.pass(), scenario: 'age', issuedAt: iat } as const
    expect(() => presentPass(request)).toThrow(RangeError)
  })
})
