import { expect, it } from 'vitest'
import {
  codeIn,
  collect,
  createWalletWorld,
  nonceOf,
  proofBy,
  redeem,
  type WalletWorld,
} from '../../support/other-wallet'

async function tokenOf(made: WalletWorld) {
  const offered = await made.offer()
  return redeem(made, codeIn(offered), offered.txCode)
}

it('a nonce that made one credential makes no other, whoever signs it', async () => {
  const made = await createWalletWorld()
  const [one, other] = [await tokenOf(made), await tokenOf(made)]
  const nonce = await nonceOf(made)
  expect(await collect(made, one, proofBy(made.clock, nonce))).toContain('~')
  expect(await collect(made, other, proofBy(made.clock, nonce))).toBe('invalid_nonce')
})

it('a nonce that the issuer did not give, changed, or gave six minutes ago is refused', async () => {
  const made = await createWalletWorld()
  const nonce = await nonceOf(made)
  const [until = '', random, mac] = nonce.split('.')
  made.clock.now += 299_000
  const token = await tokenOf(await refreshed(made))
  for (const bad of [`${Number(until) + 1000}.${random}.${mac}`, 'guessed', `${nonce}.`, '..'])
    expect(await collect(made, token, proofBy(made.clock, bad))).toBe('invalid_nonce')
  made.clock.now += 60_000
  expect(await collect(made, token, proofBy(made.clock, nonce))).toBe('invalid_nonce')
  expect(await collect(made, token, proofBy(made.clock, await nonceOf(made)))).toContain('~')
})

async function refreshed(made: WalletWorld) {
  await made.unlockAgain()
  return made
}
