import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import { findDesk } from '@nansha/core/wallet/find-desk'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { CLERK, createWorld, OTHER_CLERK } from '#support/world'

const PHONE = { device: { _id: 'guest', citizenId: 'citizen' } }

it('what is approved by one desk’s digits reaches that desk alone, and cannot be scanned anywhere', async () => {
  const world = await createWorld()
  const wallet = world.ports as unknown as WalletPorts
  const own = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const thief = await showDeskCode(world.ports, OTHER_CLERK, 'hotel', true)
  const { code } = await findDesk(world.ports, PHONE, own.digits ?? '')
  expect(code).toBe(own.code)
  const ticket = world.show(await world.giveHandle(), { scenario: 'hotel', desk: digestText(code) })
  await expect(answerDeskCode(wallet, world, { code: thief.code, ticket })).rejects.toMatchObject({
    code: 'DESK_MISMATCH',
  })
  await answerDeskCode(wallet, world, { code, ticket })
  for (const account of [CLERK, OTHER_CLERK] as const)
    await expect(verifyTicket(world.ports, account, { scenario: 'hotel', ticket })).rejects.toMatchObject({
      code: 'DESK_MISMATCH',
    })
  await expect(collectAnswer(world.ports, OTHER_CLERK, [own.nonce])).rejects.toMatchObject({
    code: 'DESK_CODE_INVALID',
  })
  expect((await collectAnswer(world.ports, OTHER_CLERK, [thief.nonce])).answer).toBeNull()
  expect((await collectAnswer(world.ports, CLERK, [own.nonce])).answer).toMatchObject({ scenario: 'hotel' })
})

it('no desk asks for a gate by digits, and none without staff or licence', async () => {
  const world = await createWorld()
  await expect(showDeskCode(world.ports, CLERK, 'gate', true)).rejects.toMatchObject({
    code: 'SCENARIO_MISMATCH',
  })
  await expect(showDeskCode(world.ports, 'wxverifier:nobody', 'hotel', true)).rejects.toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
})
