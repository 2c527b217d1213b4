import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '../support/world'

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
