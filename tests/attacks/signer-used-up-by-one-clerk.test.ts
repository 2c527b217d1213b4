import type { Signer } from '@nansha/core/crypto/signer'
import { countDeskRequest } from '@nansha/core/limits/count-desk-request'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { beforeEach, expect, it } from 'vitest'
import { deskSigner } from '#support/trust'
import { CLERK, createWorld, OTHER_CLERK, type World } from '#support/world'

const MINUTE = 60_000
const MOST = 60
const TOO_MANY = { code: 'TOO_MANY_CHECKS' }

let world: World
let ports: World['ports']
let signed: number
beforeEach(async () => {
  world = await createWorld()
  signed = 0
  const signer: Signer = {
    ...deskSigner,
    sign: (type, payload) => {
      signed++
      return deskSigner.sign(type, payload)
    },
  }
  ports = { ...world.ports, deskSigner: signer }
})
const ticketOf = async () => world.show(await world.giveHandle())
const nextMinute = () => Math.floor(world.clock.now / MINUTE + 1) * MINUTE

it('one clerk cannot use up the signatures of a minute that all desks share, by asking for whatever without end', async () => {
  const ticket = await ticketOf()
  const { code, nonce } = await showDeskCode(ports, CLERK, 'bank')
  const answer = world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) })
  await answerDeskCode(ports as unknown as WalletPorts, world, { code, ticket: answer })
  const asks = [
    () => showDeskCode(ports, CLERK, 'bank'),
    () => createBundle(ports, CLERK),
    () => verifyTicket(ports, CLERK, { scenario: 'hotel', ticket }),
    () => collectAnswer(ports, CLERK, [nonce]),
  ]
  for (let n = 1; n < MOST; n++) await asks[n % asks.length]?.()
  expect(signed).toBe(MOST)
  for (const ask of asks) await expect(ask()).rejects.toMatchObject(TOO_MANY)
  expect(signed).toBe(MOST)
})

it('a clerk who asked too often stops no other, and the ticket that was not read is good the minute after', async () => {
  for (let n = 2; n < MOST; n++) await countDeskRequest(ports, CLERK)
  await Promise.allSettled(Array.from({ length: 6 }, () => createBundle(ports, CLERK)))
  expect(signed).toBeLessThanOrEqual(2)
  for (let n = signed; n < 2; n++) await createBundle(ports, CLERK)
  await createBundle(ports, OTHER_CLERK)
  world.clock.now = nextMinute() - 1
  const ticket = await ticketOf()
  const check = () => verifyTicket(ports, CLERK, { scenario: 'hotel', ticket })
  await expect(check()).rejects.toMatchObject(TOO_MANY)
  expect(world.database.dump().uses).toBeUndefined()
  expect(world.database.dump().refusedChecks).toBeUndefined()
  world.clock.now = nextMinute()
  await expect(check()).resolves.toMatchObject({ scenario: 'hotel' })
})
