import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { packTicket, unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { expect, it } from 'vitest'
import { CLERK, createWorld, type World } from '../support/world'

it('a photograph of a desk’s screen does not let a stranger use up its code', async () => {
  const world = await createWorld()
  const wallet = world.ports as unknown as WalletPorts
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  const bound = (handle: string) => world.show(handle, { scenario: 'bank', desk: digestText(code) })
  const own = await world.giveHandle()
  const stranger = { device: { _id: 'another phone' } }
  for (const [who, handle] of [
    [world, 'A'.repeat(22)],
    [stranger, 'A'.repeat(22)],
    [stranger, own],
  ] as const) {
    await expect(answerDeskCode(wallet, who, { code, ticket: bound(handle) })).rejects.toMatchObject({
      code: 'TICKET_UNKNOWN',
    })
  }
  await answerDeskCode(wallet, world, { code, ticket: bound(own) })
  expect((await collectAnswer(world.ports, CLERK, [nonce])).answer).not.toBeNull()
})

/** Six codes on a bank's screen, and a way to answer each. */
async function showSix(world: World) {
  const codes = []
  for (let number = 0; number < 6; number++) codes.push(await showDeskCode(world.ports, CLERK, 'bank'))
  return codes
}
const answer = (world: World, code: string, ticket: string) =>
  answerDeskCode(world.ports as unknown as WalletPorts, world, { code, ticket })
const bankTicket = (world: World, code: string, handle: string, changed = {}) =>
  world.show(handle, { scenario: 'bank', desk: digestText(code), ...changed })

it('unsigned bytes over an own handle take no code of a desk', async () => {
  const world = await createWorld()
  const handle = await world.giveHandle()
  for (const { code } of await showSix(world)) {
    const signed = unpackTicket(bankTicket(world, code, handle))
    if (!signed) throw new Error('The ticket cannot be read.')
    const junk = packTicket({ ...signed, signature: crypto.getRandomValues(new Uint8Array(64)) })
    await expect(answer(world, code, junk)).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' })
    await answer(world, code, bankTicket(world, code, await world.giveHandle()))
  }
})

it('a ticket that the desk would refuse takes no desk code: time, claims, handle, unlock, status, assurance', async () => {
  const world = await createWorld()
  const { code } = await showDeskCode(world.ports, CLERK, 'bank')
  const seconds = world.seconds()
  const cases: [code: string, ticket: () => Promise<string>][] = [
    [
      'TICKET_EXPIRED',
      async () => bankTicket(world, code, await world.giveHandle(), { issuedAt: seconds - 36 }),
    ],
    [
      'TICKET_FUTURE',
      async () => bankTicket(world, code, await world.giveHandle(), { issuedAt: seconds + 11 }),
    ],
    [
      'TICKET_EXPIRED',
      async () => bankTicket(world, code, await world.giveHandle({ expiresAt: new Date(0) })),
    ],
    [
      'UNLOCK_REQUIRED',
      async () =>
        bankTicket(world, code, await world.giveHandle({ unlock: { method: 'biometric', at: new Date() } })),
    ],
  ]
  for (const [refusal, ticket] of cases)
    await expect(answer(world, code, await ticket())).rejects.toMatchObject({ code: refusal })
  for (const [changed, refusal] of [
    [{ status: 'frozen' }, 'CREDENTIAL_FROZEN'],
    [{ status: 'revoked' }, 'CREDENTIAL_REVOKED'],
    [{ expiresAt: new Date(0) }, 'CREDENTIAL_EXPIRED'],
    [{ assurance: 'specimen' }, 'ASSURANCE_TOO_LOW'],
  ] as const) {
    await world.setCredential(changed)
    const ticket = bankTicket(world, code, await world.giveHandle())
    await expect(answer(world, code, ticket)).rejects.toMatchObject({ code: refusal })
  }
  await world.setCredential({})
  await answer(world, code, bankTicket(world, code, await world.giveHandle()))
})

it('a handle answers one desk code, and is then good for nothing else', async () => {
  const world = await createWorld()
  const [first, ...others] = await showSix(world)
  if (!first) throw new Error('No code is shown.')
  const handle = await world.giveHandle()
  const ticket = bankTicket(world, first.code, handle)
  await answer(world, first.code, ticket)
  await answer(world, first.code, ticket)
  for (const { code } of others) {
    const again = answer(world, code, bankTicket(world, code, handle))
    await expect(again).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
  }
  const scanned = { scenario: 'hotel', ticket: world.show(handle) } as const
  await expect(verifyTicket(world.ports, CLERK, scanned)).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
  expect((await collectAnswer(world.ports, CLERK, [first.nonce])).answer).not.toBeNull()
})

it('a handle that was already shown takes no desk code', async () => {
  const world = await createWorld()
  const { code } = await showDeskCode(world.ports, CLERK, 'bank')
  const handle = await world.giveHandle()
  await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(handle) })
  const ticket = bankTicket(world, code, handle)
  await expect(answer(world, code, ticket)).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
})

it('of two desk codes that one handle answers at once, one is taken', async () => {
  const world = await createWorld()
  const [one, two] = await showSix(world)
  if (!one || !two) throw new Error('No code is shown.')
  const handle = await world.giveHandle()
  const both = await Promise.allSettled(
    [one, two].map(({ code }) => answer(world, code, bankTicket(world, code, handle))),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
