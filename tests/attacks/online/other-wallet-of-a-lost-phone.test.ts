import { ONLINE_CREDENTIALS } from '@nansha/core/records/online-credentials'
import { freeze } from '@nansha/core/wallet/freeze'
import { beforeEach, expect, it } from 'vitest'
import { moveToAnotherPhone } from '../../support/move-to-another-phone'
import { ALICE } from '../../support/online-phone'
import {
  addWallet,
  codeIn,
  collect,
  createWalletWorld,
  nonceOf,
  proofBy,
  redeem,
  type WalletWorld,
} from '../../support/other-wallet'

let made: WalletWorld
let place: string
beforeEach(async () => {
  made = await createWalletWorld()
  await addWallet(made)
  place = (await made.wallets())[0]?.id ?? ''
})
/** As it will be published. */
const statusOf = async (id = place) => (await made.ports.database.in(ONLINE_CREDENTIALS).get(id))?.status

it('what another wallet holds is frozen with the identity, and valid with it again', async () => {
  await freeze(made.ports, ALICE)
  expect(await statusOf()).toBe('frozen')
  await made.unlockAgain()
  await made.ask({ action: 'unfreeze' })
  expect(await statusOf()).toBe('valid')
})

it('what another wallet holds, and an offer that is out, end when a new phone replaces the old', async () => {
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  await moveToAnotherPhone(made)
  expect(await statusOf()).toBe('revoked')
  expect(await collect(made, token, proofBy(made.clock, await nonceOf(made)))).toBe(
    'credential_request_denied',
  )
})

it('what another wallet holds ends with the identity, and when it is withdrawn', async () => {
  await addWallet(made)
  const [, second] = await made.wallets()
  await made.ask({ action: 'withdraw-wallet', wallet: second?.id ?? '' })
  expect((await made.wallets()).map(({ id }) => id)).toEqual([place])
  await freeze(made.ports, ALICE)
  await made.unlockAgain()
  await made.ask({ action: 'unfreeze' })
  expect(await statusOf(second?.id)).toBe('revoked')
  await made.ask({ action: 'delete' })
  expect(await statusOf()).toBe('revoked')
  expect(made.cloud.database.dump().otherWallets ?? []).toEqual([])
})
