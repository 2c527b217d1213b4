import { CITIZEN_CLAIMS, CITIZENS } from '@nansha/core/records/citizens'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import type { HolderKind } from '@nansha/shared/scenarios'
import { beforeEach, expect, it } from 'vitest'
import { FOREIGNER } from '#support/person'
import { CLERK, createWorld, type World } from '#support/world'

// Hotels register other fields of foreign permanent residents. A phone that was tampered with signs whichever set it likes.

const MISMATCH = { code: 'SCENARIO_MISMATCH' }
let world: World
beforeEach(async () => {
  world = await createWorld()
})
const check = async (holder: HolderKind) => {
  const ticket = world.show(await world.giveHandle(), { holder })
  return verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket })
}

it('a resident cannot leave the address out of the register by calling themselves a foreigner', async () => {
  await expect(check('foreigner')).rejects.toMatchObject(MISMATCH)
  expect(world.database.dump().uses).toBeUndefined()
  await expect(check('holder')).resolves.toMatchObject({ scenario: 'hotel' })
})

it('a foreign permanent resident cannot leave the nationality out by calling themselves a resident', async () => {
  const claims = CITIZEN_CLAIMS.seal(world.ports.envelopes, 'citizen', FOREIGNER)
  await world.database.in(CITIZENS).update('citizen', { claims })
  await expect(check('holder')).rejects.toMatchObject(MISMATCH)
  expect(world.database.dump().uses).toBeUndefined()
  await expect(check('foreigner')).resolves.toMatchObject({ scenario: 'hotel' })
})

it('a ticket of the other kind does not take the code of a hotel’s desk', async () => {
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'hotel')
  const answer = async (holder: HolderKind) => {
    const ticket = world.show(await world.giveHandle(), { desk: digestText(code), holder })
    await answerDeskCode(world.ports as unknown as WalletPorts, world, { code, ticket })
  }
  await expect(answer('foreigner')).rejects.toMatchObject(MISMATCH)
  expect(world.database.dump().deskCodes).toMatchObject([{ _id: nonce, ticket: null }])
  await answer('holder')
})

it('elsewhere both approve the same, so that a ticket does not tell who is a foreigner', async () => {
  const handle = await world.giveHandle()
  for (const scenario of ['age', 'gate'] as const)
    expect(world.show(handle, { scenario, holder: 'foreigner' }).length).toBe(
      world.show(handle, { scenario, holder: 'holder' }).length,
    )
})
