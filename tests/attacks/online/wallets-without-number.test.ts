import { expect, it } from 'vitest'
import { refusalIn } from '../../support/online-world'
import {
  addWallet,
  codeIn,
  collect,
  createWalletWorld,
  nonceOf,
  proofBy,
  redeem,
} from '../../support/other-wallet'

it('a citizen has five other wallets at once, however many offers were out', async () => {
  const made = await createWalletWorld()
  const offers = []
  for (let n = 0; n < 7; n++) offers.push(await made.offer())
  const answers = []
  for (const offered of offers) {
    const token = await redeem(made, codeIn(offered), offered.txCode)
    answers.push(await collect(made, token, proofBy(made.clock, await nonceOf(made))))
  }
  expect(answers.filter((answer) => answer.includes('~'))).toHaveLength(5)
  expect(answers.slice(5)).toEqual(['credential_request_denied', 'credential_request_denied'])
  expect(await refusalIn(made.offer)).toBe('ATTEMPTS_EXHAUSTED')
})

it('a phone makes ten offers a day', async () => {
  const made = await createWalletWorld()
  for (let n = 0; n < 10; n++) await made.offer()
  expect(await refusalIn(made.offer)).toBe('ATTEMPTS_EXHAUSTED')
  made.clock.now += 86_400_000
  await made.unlockAgain()
  expect(await addWallet(made)).toContain('~')
})
