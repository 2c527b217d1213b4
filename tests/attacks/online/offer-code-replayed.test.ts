import { expect, it } from 'vitest'
import { codeIn, collect, createWalletWorld, nonceOf, proofBy, redeem } from '../../support/other-wallet'

it('who sends the code of an offer a second time gets nothing, and ends the token of the first', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  expect(token).toMatch(/^[\w-]{43}\.[\w-]{43}$/)
  expect(await redeem(made, codeIn(offered), offered.txCode)).toBe('invalid_grant')
  expect(await collect(made, token, proofBy(made.clock, await nonceOf(made)))).toBe('invalid_token')
})

it('one token is good for one credential, also when it is shown twice at once', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  const answers = await Promise.all(
    [1, 2].map(async () => collect(made, token, proofBy(made.clock, await nonceOf(made)))),
  )
  expect(answers.map((answer) => (answer.includes('~') ? 'issued' : answer)).sort()).toEqual([
    'invalid_token',
    'issued',
  ])
  expect(await made.wallets()).toHaveLength(1)
})
