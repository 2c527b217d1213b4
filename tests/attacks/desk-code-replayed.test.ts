import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '../support/world'

it('a desk code is answered once, and not after its window', async () => {
  const world = await createWorld()
  const wallet = world.ports as unknown as WalletPorts
  const approve = async (code: string) =>
    world.show(await world.giveHandle(), { scenario: 'counter', desk: digestText(code) })
  const { code } = await showDeskCode(world.ports, CLERK, 'counter')
  const answers = await Promise.allSettled(
    [await approve(code), await approve(code)].map((ticket) =>
      answerDeskCode(wallet, world, { code, ticket }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'DESK_CODE_USED' },
  })

  const late = await showDeskCode(world.ports, CLERK, 'counter')
  world.clock.now += 121_000
  await expect(
    answerDeskCode(wallet, world, { code: late.code, ticket: await approve(late.code) }),
  ).rejects.toMatchObject({
    code: 'DESK_CODE_EXPIRED',
  })
})
