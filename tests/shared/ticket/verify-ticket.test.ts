import { claimsToBits } from '@nansha/shared/claims'
import { encodeUtf8 } from '@nansha/shared/encoding/utf8'
import { signWithNoble } from '@nansha/shared/jws/create-jws'
import { refusalCode } from '@nansha/shared/refusals'
import { requestedClaims, type ScenarioName, type Subject } from '@nansha/shared/scenarios'
import type { SignedTicket, Ticket } from '@nansha/shared/ticket/ticket'
import { ticketSigningInput } from '@nansha/shared/ticket/ticket-jws'
import { type Asked, subjectOf, verifySignedTicket } from '@nansha/shared/ticket/verify-ticket'
import { describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { BACKENDS, holderKey } from '#support/keys'

const key = holderKey()
const [DESK, OTHER_DESK] = [9, 8].map((byte) => Buffer.alloc(32, byte).toString('base64url')) as [
  string,
  string,
]
const HOTEL: Ticket = {
  issuerId: 1,
  scenario: 'hotel',
  claims: claimsToBits(requestedClaims('hotel')),
  handle: 'AAECAwQFBgcICQoLDA0ODw',
  iat: NOW,
}
const BANK: Ticket = { ...HOTEL, scenario: 'bank', claims: claimsToBits(requestedClaims('bank')), desk: DESK }
const GATE: Ticket = { ...HOTEL, scenario: 'gate', claims: claimsToBits(requestedClaims('gate')) }
const { desk: _, ...UNBOUND } = BANK
const claimsOf = (scenario: ScenarioName, subject: Subject) =>
  claimsToBits(requestedClaims(scenario, subject))
const CHILDS: Ticket = { ...HOTEL, claims: claimsOf('hotel', 'child'), child: 1 }
const { child: __, ...ADULTS } = CHILDS
const FOREIGNERS: Ticket = { ...HOTEL, claims: claimsOf('hotel', 'foreigner') }
const signed = (ticket: Ticket, by = key): SignedTicket => ({
  ...ticket,
  signature: signWithNoble(by.privateKey, encodeUtf8(ticketSigningInput(ticket))),
})
const hotel: Asked = { scenario: 'hotel' }
const bank: Asked = { scenario: 'bank', desk: DESK }

describe.each(BACKENDS)('a ticket with $name', ({ verify }) => {
  it.each<[string, SignedTicket, Asked, number, string | undefined]>([
    ['for what the desk asks', signed(HOTEL), hotel, NOW, undefined],
    ['for the code that the desk shows', signed(BANK), bank, NOW, undefined],
    ['10 s ahead', signed(HOTEL), hotel, NOW - 10, undefined],
    ['11 s ahead', signed(HOTEL), hotel, NOW - 11, 'TICKET_FUTURE'],
    ['35 s old', signed(HOTEL), hotel, NOW + 35, undefined],
    ['36 s old', signed(HOTEL), hotel, NOW + 36, 'TICKET_EXPIRED'],
    ['by another phone', signed(HOTEL, holderKey(2)), hotel, NOW, 'TICKET_UNKNOWN'],
    ['by another phone, and old', signed(HOTEL, holderKey(2)), hotel, NOW + 36, 'TICKET_UNKNOWN'],
    ['for another purpose', signed({ ...HOTEL, scenario: 'gate' }), hotel, NOW, 'SCENARIO_MISMATCH'],
    [
      'with a claim left out',
      signed({ ...HOTEL, claims: HOTEL.claims - 1 }),
      hotel,
      NOW,
      'SCENARIO_MISMATCH',
    ],
    ['for another desk’s code', signed({ ...BANK, desk: OTHER_DESK }), bank, NOW, 'DESK_MISMATCH'],
    ['for no code where there is one', signed(UNBOUND), bank, NOW, 'DESK_MISMATCH'],
    ['for no code where one is needed', signed(UNBOUND), { scenario: 'bank' }, NOW, 'DESK_MISMATCH'],
    ['for a code where none is shown', signed({ ...HOTEL, desk: DESK }), hotel, NOW, 'DESK_MISMATCH'],
    [
      'for the digits that a hotel reads out',
      signed({ ...HOTEL, desk: DESK }),
      { ...hotel, desk: DESK },
      NOW,
      undefined,
    ],
    [
      'for a code where none belongs',
      signed({ ...GATE, desk: DESK }),
      { scenario: 'gate', desk: DESK },
      NOW,
      'DESK_MISMATCH',
    ],
    ['with a child on it', signed(CHILDS), hotel, NOW, undefined],
    [
      'with another child on it than was signed',
      { ...signed(CHILDS), child: 2 },
      hotel,
      NOW,
      'TICKET_UNKNOWN',
    ],
    ['with a child put on it', { ...signed(HOTEL), child: 1 }, hotel, NOW, 'TICKET_UNKNOWN'],
    [
      'with its child taken off',
      { ...ADULTS, signature: signed(CHILDS).signature },
      hotel,
      NOW,
      'TICKET_UNKNOWN',
    ],
    ['with a child and the holder’s claims', signed({ ...HOTEL, child: 1 }), hotel, NOW, 'SCENARIO_MISMATCH'],
    ['with a child’s claims and no child', signed(ADULTS), hotel, NOW, 'SCENARIO_MISMATCH'],
    ['of a foreign permanent resident', signed(FOREIGNERS), hotel, NOW, undefined],
    [
      'with a child where none may be shown',
      signed({ ...CHILDS, scenario: 'age', claims: claimsOf('age', 'child') }),
      { scenario: 'age' },
      NOW,
      'SCENARIO_MISMATCH',
    ],
  ])('%s has its fault, or none', async (_, ticket, asked, now, fault) => {
    expect(await refusalCode(verifySignedTicket(ticket, key.publicJwk, asked, now, verify))).toBe(fault)
  })
})

it('a ticket tells by its claims whose identity it shows', () => {
  expect([HOTEL, FOREIGNERS, CHILDS, ADULTS, { ...HOTEL, claims: 0 }].map(subjectOf)).toEqual([
    'holder',
    'foreigner',
    'child',
    undefined,
    undefined,
  ])
  const childs = { ...CHILDS, scenario: 'age', claims: claimsOf('age', 'child') } as const
  expect(subjectOf(childs)).toBeUndefined()
})
