import { expect, it } from 'vitest'
import { addWallet, createWalletWorld } from '../../support/other-wallet'
import { newKey } from '../../support/stock-issuance'

it('one key holds one credential, and the key of a phone holds none for another wallet', async () => {
  const made = await createWalletWorld()
  const key = newKey()
  expect(await addWallet(made, key)).toContain('~')
  expect(await addWallet(made, key)).toBe('invalid_proof')
  expect(await addWallet(made, made.enrolled.key)).toBe('invalid_proof')
  expect(await made.wallets()).toHaveLength(1)
})

it('a key whose credential was withdrawn gets none again', async () => {
  const made = await createWalletWorld()
  const key = newKey()
  await addWallet(made, key)
  const [{ id: wallet } = { id: '' }] = await made.wallets()
  await made.ask({ action: 'withdraw-wallet', wallet })
  expect(await addWallet(made, key)).toBe('invalid_proof')
})
