import { expect, it } from 'vitest'
import { ASK_NAME, answerForged } from '../../support/online-world'
import { addWallet, createWalletWorld } from '../../support/other-wallet'
import { newKey } from '../../support/stock-issuance'

it('a website that does not name other wallets among what it takes refuses what they hold', async () => {
  const made = await createWalletWorld()
  const key = newKey()
  const sdJwt = await addWallet(made, key)
  expect(await answerForged(made, ASK_NAME, { sdJwt, key })).toBe('ASSURANCE_TOO_LOW')
  Object.assign(made.relyingParty, { assurances: ['other-wallet'] })
  expect(await answerForged(made, ASK_NAME, { sdJwt, key })).toBe('done')
  const unlock = { methods: ['pin', 'face'], seconds: 1800 }
  expect(await answerForged(made, { ...ASK_NAME, unlock }, { sdJwt, key })).toBe('UNLOCK_TOO_WEAK')
})
