import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import { findDesk } from '@nansha/core/wallet/find-desk'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { DESK_CODE_SECONDS } from '@nansha/shared/desk-code/desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '#support/world'

const GUEST = { device: { _id: 'guest', citizenId: 'citizen' } }
const LISTENER = { device: { _id: 'listener', citizenId: 'another' } }

it('digits that were overheard are used up: the phone that typed them first has them, however often it asks', async () => {
  const world = await createWorld()
  const { digits = '' } = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const first = await findDesk(world.ports, GUEST, digits)
  await expect(findDesk(world.ports, LISTENER, digits)).rejects.toMatchObject({ code: 'DESK_CODE_USED' })
  expect(await findDesk(world.ports, GUEST, digits)).toEqual(first)
})

it('of two phones at once one has the digits', async () => {
  const world = await createWorld()
  const { digits = '' } = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const outcomes = await Promise.allSettled([
    findDesk(world.ports, GUEST, digits),
    findDesk(world.ports, LISTENER, digits),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('digits end with their code, and are answered once', async () => {
  const world = await createWorld()
  const wallet = world.ports as unknown as WalletPorts
  const { code, nonce, digits = '' } = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const ticket = async () =>
    world.show(await world.giveHandle(), { scenario: 'hotel', desk: digestText(code) })
  await answerDeskCode(wallet, world, { code, ticket: await ticket() })
  await expect(answerDeskCode(wallet, world, { code, ticket: await ticket() })).rejects.toMatchObject({
    code: 'DESK_CODE_USED',
  })
  expect((await collectAnswer(world.ports, CLERK, [nonce])).answer).toMatchObject({ scenario: 'hotel' })
  world.clock.now += DESK_CODE_SECONDS * 1000
  await expect(findDesk(world.ports, GUEST, digits)).rejects.toMatchObject({ code: 'DESK_DIGITS_UNKNOWN' })
})
