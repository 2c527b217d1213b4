import { kindOfCode } from '@nansha/shared/code-kind'
import { PASS_PREFIX } from '@nansha/shared/pass/pack-pass'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { holderKey } from '../support/keys'

const ticket = createTicket({
  key: holderKey(),
  issuerId: 1,
  scenario: 'hotel',
  handle: 'A'.repeat(22),
  issuedAt: NOW,
})

it.each([
  ['ticket', ticket],
  ['pass', `${PASS_PREFIX}ABC`],
  ['portrait', packPortrait(Uint8Array.of(1, 2, 3))],
  ['desk-code', 'ND1:ABC'],
  ['ticket', 'NT2:A LATER PACKING'],
])('codeKind knows a Nansha code: %s', (kind, text) => {
  expect(kindOfCode(text)).toBe(kind)
})

it.each([
  '',
  'NT1',
  'nt1:ABC',
  ' NT1:ABC',
  'NX1:ABC',
  'NT1;ABC',
  'wxp://f2f0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789',
  'WIFI:T:WPA;S:Nansha Hotel Guest;P:welcome2026;;',
  'https://example.com/NT1:ABC',
])('codeKind takes no other code for one: %j', (text) => {
  expect(kindOfCode(text)).toBeUndefined()
})
