import { freeze } from '@nansha/core/wallet/freeze'
import { expect, it } from 'vitest'
import { ALICE } from '../../support/online-phone'
import { refusalIn } from '../../support/online-world'
import { codeIn, collect, createWalletWorld, nonceOf, proofBy, redeem } from '../../support/other-wallet'

it('who froze the identity while an offer was out has stopped it, at each of its steps', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  await freeze(made.ports, ALICE)
  expect(await collect(made, token, proofBy(made.clock, await nonceOf(made)))).toBe(
    'credential_request_denied',
  )
  expect(await refusalIn(made.offer)).toBe('CREDENTIAL_FROZEN')
  expect(await made.wallets()).toEqual([])
})

it('an offer takes a PIN or a face of just now', async () => {
  const made = await createWalletWorld()
  made.clock.now += 31 * 60_000
  expect(await refusalIn(made.offer)).toBe('UNLOCK_REQUIRED')
})
