import { claimsFromBits } from '@nansha/shared/claims'
import { decodeBase45, encodeBase45 } from '@nansha/shared/encoding/base45'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { requestedClaims, SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { packTicket, TICKET_BYTES, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { ticketSigningInput, ticketToJws } from '@nansha/shared/ticket/ticket-jws'
import fc from 'fast-check'
import { compactVerify, importJWK } from 'jose'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { BACKENDS, holderKey } from '../../support/keys'

const key = holderKey()
const handle = 'AAECAwQFBgcICQoLDA0ODw'
const said = { key, issuerId: 1, scenario: 'hotel', handle, issuedAt: NOW } as const
const ticketOf = (text: string) => {
  const ticket = unpackTicket(text)
  if (!ticket) throw new Error('not a ticket')
  return ticket
}

describe('ticket', () => {
  it.each(SCENARIO_NAMES)('carries what the holder approved for %s', (scenario) => {
    const ticket = ticketOf(createTicket({ ...said, scenario }))
    expect(ticket).toMatchObject({ issuerId: 1, scenario, handle, iat: said.issuedAt })
    expect(new Set(claimsFromBits(ticket.claims))).toEqual(new Set(requestedClaims(scenario)))
  })

  it('stands for a JWS that jose verifies', async () => {
    const jws = ticketToJws(ticketOf(createTicket(said)))
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(key.publicJwk, 'ES256'))
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'nansha-ticket+jwt' })
    expect(Buffer.from(payload).toString()).toBe(
      `{"issuer":1,"scenario":"hotel","claims":447,"handle":"${handle}","iat":1800000000}`,
    )
  })

  it('says which child it shows, and of a foreigner what a hotel asks of one', () => {
    const payloadOf = (jws: string) => Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
    const childs = ticketToJws(ticketOf(createTicket({ ...said, child: 6 })))
    expect(payloadOf(childs)).toMatch(/^\{"issuer":1,.*,"iat":1800000000,"child":6\}$/)
    const foreigners = ticketOf(createTicket({ ...said, holder: 'foreigner' }))
    expect(new Set(claimsFromBits(foreigners.claims))).toEqual(new Set(requestedClaims('hotel', 'foreigner')))
  })

  it('fits a QR code of version 6 with medium error correction', () => {
    const text = createTicket(said)
    expect(text).toHaveLength(139)
    expect(encode(text, { ecc: 'M' }).version).toBeLessThanOrEqual(6)
  })

  it('names the desk code where there was one, and is signed for that one only', async () => {
    const [desk, other] = [9, 8].map((byte) => Buffer.alloc(32, byte).toString('base64url')) as [
      string,
      string,
    ]
    const ticket = ticketOf(createTicket({ ...said, scenario: 'bank', desk }))
    expect(ticket.desk).toBe(desk)
    const { desk: _, ...unbound } = ticket
    const verify = async (claimed: typeof unbound) =>
      compactVerify(ticketToJws(claimed), await importJWK(key.publicJwk, 'ES256'))
    const { payload } = await verify(ticket)
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ desk })
    await expect(verify({ ...unbound, desk: other } as typeof ticket)).rejects.toThrow()
    await expect(verify(unbound)).rejects.toThrow()
  })

  it('has four bytes for its claims where two do not hold them, and stays within what a QR shows', () => {
    const ticket = ticketOf(createTicket(said))
    const desk = Buffer.alloc(32, 9).toString('base64url')
    const wide = 1 << 16
    const size = (text: string) => decodeBase45(text.slice(4))?.length
    expect(size(packTicket(ticket))).toBe(90)
    expect(size(packTicket({ ...ticket, claims: wide }))).toBe(92)
    expect(size(packTicket({ ...ticket, claims: wide, desk }))).toBe(124)
    for (const one of [{ claims: wide }, { claims: wide | 1, desk }, { claims: 0xffff, desk }])
      expect(unpackTicket(packTicket({ ...ticket, ...one }))).toEqual({ ...ticket, ...one })
    for (const scenario of SCENARIO_NAMES.filter((name) => SCENARIOS[name].startsFrom === 'holder-qr'))
      expect(size(createTicket({ ...said, scenario }))).toBeLessThanOrEqual(TICKET_BYTES)
  })

  it('of a foreign permanent resident takes three characters more at a hotel, in the same size of QR code', () => {
    const [own, foreign] = [createTicket(said), createTicket({ ...said, holder: 'foreigner' })]
    expect([own.length, foreign.length]).toEqual([139, 142])
    for (const ecc of ['L', 'M'] as const)
      expect(encode(foreign, { ecc }).version).toBe(encode(own, { ecc }).version)
    expect(claimsFromBits(ticketOf(foreign).claims)?.sort()).toEqual(
      requestedClaims('hotel', 'foreigner').sort(),
    )
  })

  it('of a child’s card has one byte for its place, of which there are six', () => {
    const text = createTicket({ ...said, child: 6 })
    const ticket = ticketOf(text)
    expect(ticket).toMatchObject({ child: 6, scenario: 'hotel' })
    expect(claimsFromBits(ticket.claims)).toEqual(
      expect.arrayContaining(['guardian_name', 'guardian_relation']),
    )
    const bytes = decodeBase45(text.slice(4)) ?? new Uint8Array(0)
    expect(bytes.length).toBe(93)
    for (const place of [0, 7, 255]) {
      bytes[28] = place
      expect(unpackTicket(`NT1:${encodeBase45(bytes)}`)).toBeUndefined()
    }
    expect(() => packTicket({ ...ticket, desk: Buffer.alloc(32, 9).toString('base64url') })).toThrow(
      RangeError,
    )
  })

  it('lies byte by byte as the protocol says', () => {
    const desk = Buffer.alloc(32, 9)
    const signature = Uint8Array.from({ length: 64 }, (_, n) => n)
    const bytes = (changed: object) => {
      const ticket = { ...ticketOf(createTicket({ ...said, issuerId: 0x0203 })), signature, ...changed }
      return Buffer.from(decodeBase45(packTicket(ticket).slice(4)) ?? []).toString('hex')
    }
    const [hotel, id] = [SCENARIOS.hotel.id.toString(16).padStart(2, '0'), '0203']
    const parts = (version: string, claims: string, between = '') =>
      [version, hotel, id, claims, '000102030405060708090a0b0c0d0e0f', '6b49d200', between].join('') +
      Buffer.from(signature).toString('hex')
    expect(bytes({})).toBe(parts('01', '01bf'))
    expect(bytes({ desk: desk.toString('base64url') })).toBe(parts('02', '01bf', desk.toString('hex')))
    expect(bytes({ claims: 0x010000 })).toBe(parts('03', '00010000'))
    expect(bytes({ claims: 0x010000, child: 6 })).toBe(parts('05', '00010000', '06'))
  })

  it('is not written with a handle or a desk’s code of another length', () => {
    const ticket = ticketOf(createTicket(said))
    for (const wrong of [{ handle: 'AAAA' }, { handle: '*' }, { desk: 'AAAA' }])
      expect(() => packTicket({ ...ticket, ...wrong })).toThrow(RangeError)
  })

  it('is not read from fewer bytes or more, of another version, or for no scenario', () => {
    const ticket = ticketOf(createTicket(said))
    const desk = Buffer.alloc(32, 9).toString('base64url')
    const wide = 1 << 16
    for (const changed of [
      {},
      { desk },
      { claims: wide },
      { claims: wide, desk },
      { claims: wide, child: 1 },
    ]) {
      const bytes = decodeBase45(packTicket({ ...ticket, ...changed }).slice(4)) ?? expect.unreachable()
      const read = (some: Uint8Array) => unpackTicket(`NT1:${encodeBase45(some)}`)
      expect(read(bytes)).toEqual({ ...ticket, ...changed })
      for (let length = 0; length < bytes.length; length++)
        expect(read(bytes.slice(0, length)), `${length} bytes`).toBeUndefined()
      expect(read(Uint8Array.of(...bytes, 0))).toBeUndefined()
      for (const [at, byte] of [
        [0, 0],
        [0, 6],
        [1, 0],
        [1, 255],
      ] as const) {
        const other = bytes.slice()
        other[at] = byte
        expect(read(other)).toBeUndefined()
      }
    }
  })

  it('is not read where four bytes hold claims that two would', () => {
    const ticket = ticketOf(createTicket(said))
    const bytes = decodeBase45(packTicket({ ...ticket, claims: 1 << 16 }).slice(4)) ?? new Uint8Array(0)
    bytes.set([0, 0, 1, 191], 4)
    expect(unpackTicket(`NT1:${encodeBase45(bytes)}`)).toBeUndefined()
  })

  it('of version 1 is still read as it was written before there was another', () => {
    expect(
      unpackTicket(
        'NT1:W50100.90100KB0*M0DY0W016C1PN1:Y1FPDUOQ5XGM/0/OBE3O4ZMB20PAF7ZL 7W97Q-.6YW375J6G9RR6DCV/0B1XO*X4.KCLXP3B4N2Q/MPT-0M+MO4KMEQ:LP7B4I28PLK',
      ),
    ).toMatchObject({ scenario: 'hotel', claims: 447, handle })
  })

  it('has one text for each ticket', () => {
    const texts = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'0AZ %:'), minLength: 135, maxLength: 135 })
        .map((rest) => `NT1:${rest}`),
      fc.nat(138).map((at) => createTicket(said).replace(createTicket(said).charAt(at), '1')),
      fc.constant(createTicket(said)),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const ticket = unpackTicket(text)
        if (ticket) expect(packTicket(ticket)).toBe(text)
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['a web address', 'https://example.com/?t=NT1:'],
    ['a longer text', `${createTicket(said)}00`],
    ['a shorter text', createTicket(said).slice(0, -3)],
    ['small letters', createTicket(said).toLowerCase()],
    ['another packing', createTicket(said).replace('NT1:', 'NT2:')],
    ['ten thousand characters', `NT1:${'0'.repeat(10_000)}`],
    ['a claim bit without a meaning', packTicket({ ...ticketOf(createTicket(said)), claims: 1 << 30 })],
  ])('refuses %s', (_, text) => {
    expect(unpackTicket(text)).toBeUndefined()
  })

  it.each(BACKENDS)('refuses any changed byte, with $name', async ({ verify }) => {
    const text = createTicket(said)
    for (let at = 4; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      const ticket = unpackTicket(changed)
      const isRight =
        ticket !== undefined &&
        (await verify(key.publicJwk, encodeUtf8(ticketSigningInput(ticket)), ticket.signature))
      expect(isRight, `character ${at}`).toBe(false)
    }
  })
})
