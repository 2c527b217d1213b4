import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { CLERK, createWorld, OTHER_CLERK } from '../support/world'

it('a ticket approved for one desk is refused at every other, whoever forwards it', async () => {
  const world = await createWorld()
  const wallet = world.ports as unknown as WalletPorts
  const bank = await showDeskCode(world.ports, CLERK, 'bank')
  const thief = await showDeskCode(world.ports, OTHER_CLERK, 'bank')
  const ticket = world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(bank.code) })
  await expect(answerDeskCode(wallet, world, { code: thief.code, ticket })).rejects.toMatchObject({
    code: 'DESK_MISMATCH',
  })
  await answerDeskCode(wallet, world, { code: bank.code, ticket })
  await expect(collectAnswer(world.ports, OTHER_CLERK, [bank.nonce])).rejects.toMatchObject({
    code: 'DESK_CODE_INVALID',
  })
  expect((await collectAnswer(world.ports, OTHER_CLERK, [thief.nonce])).answer).toBeNull()
  expect((await collectAnswer(world.ports, CLERK, [bank.nonce])).answer).not.toBeNull()
})
