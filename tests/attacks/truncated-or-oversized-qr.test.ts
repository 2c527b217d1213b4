import { unpackDeskCode } from '@nansha/shared/desk-code/pack-desk-code'
import { unpackPass } from '@nansha/shared/pass/pack-pass'
import { unpackPortrait } from '@nansha/shared/pass/portrait-frame'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '../support/offline-world'

const readers = { NT1: unpackTicket, NP1: unpackPass, NF1: unpackPortrait, ND1: unpackDeskCode }

it('every truncation of a QR text is refused, and none throws', async () => {
  const world = await createOfflineWorld()
  const ticket = world.show(await world.giveHandle())
  const { proof } = await world.frames()
  for (const [text, read] of [
    [ticket, unpackTicket],
    [proof, unpackPass],
  ] as const) {
    for (let length = 0; length < text.length; length++) expect(read(text.slice(0, length))).toBeUndefined()
    for (const more of ['0', '00', '000', text]) expect(read(text + more)).toBeUndefined()
  }
})

it('a QR text of a megabyte is refused unread', () => {
  for (const [prefix, read] of Object.entries(readers)) {
    expect(read(`${prefix}:${'0'.repeat(1_000_000)}`)).toBeUndefined()
  }
})

it('any text in a QR code is refused without an exception', () => {
  const unit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:é身')
  fc.assert(
    fc.property(
      fc.constantFrom('NT1:', 'NP1:', 'NF1:', 'ND1:', ''),
      fc.string({ unit, maxLength: 700 }),
      (prefix, rest) => {
        for (const read of [unpackTicket, unpackPass, unpackDeskCode]) {
          const result = read(prefix + rest)
          expect(result === undefined || typeof result === 'object' || typeof result === 'string').toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})
