import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { decodeBase45, encodeBase45 } from '@nansha/shared/encoding/base45'
import { digestText } from '@nansha/shared/encoding/digest'
import { createDisclosure } from '@nansha/shared/sd-jwt/disclosure'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'
import { createOfflineWorld } from '../support/offline-world'
import { CLERK, OTHER_CLERK } from '../support/world'

const backend = createWebCryptoVerifier()

it('any changed character of a presentation is refused, with a code', async () => {
  const name = createDisclosure(new Uint8Array(16), 'name', '李明')
  const genuine = present(forge({ payload: { _sd: [digestText(name)] } }), [name])
  expect(await outcomes(genuine)).toEqual(['accepted'])
  const position = fc.nat(genuine.length - 1)
  const character = fc.constantFrom(...'ABCxyz019-_~.= \n身')
  await fc.assert(
    fc.asyncProperty(position, character, async (at, replacement) => {
      fc.pre(genuine[at] !== replacement)
      const changed = genuine.slice(0, at) + replacement + genuine.slice(at + 1)
      const [outcome, ...others] = await outcomes(changed)
      expect(others).toEqual([])
      expect(outcome).toMatch(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|CREDENTIAL_|TICKET_|SCENARIO_MISMATCH)/)
    }),
    { numRuns: 300 },
  )
})

/** Every code that differs from `text` in one bit of one byte behind its prefix. */
function changedBytes(text: string): string[] {
  const [prefix, bytes] = [text.slice(0, 4), decodeBase45(text.slice(4)) ?? new Uint8Array(0)]
  return Array.from(bytes, (byte, at) => {
    const changed = bytes.slice()
    changed[at] = byte ^ (1 << (at % 8))
    return prefix + encodeBase45(changed)
  })
}

it('any changed byte of a ticket is refused', async () => {
  const world = await createOfflineWorld()
  for (const [at, ticket] of changedBytes(world.show(await world.giveHandle())).entries()) {
    // Two clerks in turn: one alone may not ask so often in a minute.
    const clerk = at % 2 ? CLERK : OTHER_CLERK
    await expect(verifyTicket(world.ports, clerk, { scenario: 'hotel', ticket })).rejects.toMatchObject({
      code: expect.stringMatching(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|TICKET_UNKNOWN)$/),
    })
  }
  expect(world.database.dump().uses).toBeUndefined()
})

it('any changed byte of a pass is refused', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const { proof } = await world.frames()
  for (const changed of changedBytes(proof)) {
    await expect(world.verify({ proof: changed }, bundle, { backend })).rejects.toMatchObject({
      code: expect.stringMatching(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|CREDENTIAL_INVALID)$/),
    })
  }
})
