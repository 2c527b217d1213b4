import type { Stored } from '@nansha/core/platform/database'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { beforeEach, expect, it } from 'vitest'
import { TRUST_LIST } from '../support/trust'
import { CLERK, createWorld, OTHER_CLERK, type World } from '../support/world'

// Somebody who can write the database and holds no key of it.
const ALTERED = 'not as this cloud wrote it'
let world: World
beforeEach(async () => {
  world = await createWorld()
})

type Fields = Stored & Record<string, unknown>
const lying = (name: string) => world.database.raw.in<Fields>({ name })
const only = (name: string) => world.database.raw.dump()[name]?.[0] as Fields

it('a handle that a writer inserted is refused', async () => {
  const genuine = await world.giveHandle()
  const forged = 'FFFFFFFFFFFFFFFFFFFFFA'
  await lying('handles').insert({ ...only('handles'), _id: forged })
  await expect(
    verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(forged) }),
  ).rejects.toMatchObject({
    code: 'TICKET_UNKNOWN',
  })
  await lying('handles').update(only('handles')._id, { expiresAt: new Date(9e12) })
  await expect(
    verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(genuine) }),
  ).rejects.toThrow(ALTERED)
})

it('an answer that a writer redirected does not reach another desk', async () => {
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  const ticket = world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) })
  await answerDeskCode({ ...world.ports, trust: TRUST_LIST } as unknown as WalletPorts, world, {
    code,
    ticket,
  })
  await lying('deskCodes').update(nonce, { staff: OTHER_CLERK, organisationId: 'organisation-2' })
  await expect(collectAnswer(world.ports, OTHER_CLERK, [nonce])).rejects.toThrow(ALTERED)
})

it.each([{ staff: OTHER_CLERK }, { state: 'shown' }, { scenario: 'bank' }])(
  'a check that a writer changed is refused: %o',
  async (changes) => {
    const ticket = world.show(await world.giveHandle())
    const { useId } = await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: false })
    await lying('uses').update(only('uses')._id, changes)
    for (const clerk of [CLERK, OTHER_CLERK] as const)
      await expect(confirmUse(world.ports, clerk, { useId, portraitMatches: true })).rejects.toThrow(ALTERED)
  },
)
