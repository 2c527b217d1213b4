import { expect, it } from 'vitest'
import { codeIn, collect, createWalletWorld, nonceOf, proofBy, redeem } from '../../support/other-wallet'

const FIVE_MINUTES = 300_000

it('an offer is worth nothing after five minutes', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  made.clock.now += FIVE_MINUTES
  expect(await redeem(made, codeIn(offered), offered.txCode)).toBe('invalid_grant')
})

it('the token of an offer is worth nothing five minutes after it was given', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  made.clock.now += FIVE_MINUTES - 1000
  const token = await redeem(made, codeIn(offered), offered.txCode)
  made.clock.now += FIVE_MINUTES
  expect(await collect(made, token, proofBy(made.clock, await nonceOf(made)))).toBe('invalid_token')
})
