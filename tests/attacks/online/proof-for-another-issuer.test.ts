import { expect, it } from 'vitest'
import { codeIn, collect, createWalletWorld, nonceOf, proofBy, redeem } from '../../support/other-wallet'

it('a proof that a wallet made for another issuer gets no credential here', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  for (const audience of ['https://evil.example/issue', 'https://id.example/trust', ''])
    expect(await collect(made, token, proofBy(made.clock, await nonceOf(made), { audience }))).toBe(
      'invalid_proof',
    )
  for (const proof of ['', 'a.b.c', `${proofBy(made.clock, await nonceOf(made)).slice(0, -4)}AAAA`])
    expect(await collect(made, token, proof)).toBe('invalid_proof')
})
