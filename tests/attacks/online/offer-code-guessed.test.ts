import { expect, it } from 'vitest'
import { codeIn, createWalletWorld, redeem } from '../../support/other-wallet'

const other = (txCode: string) => String((Number(txCode) + 1) % 1_000_000).padStart(6, '0')

it('who photographed the offer has three tries at its digits, and then it is worth nothing to anybody', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  for (let tried = 0; tried < 3; tried++)
    expect(await redeem(made, codeIn(offered), other(offered.txCode))).toBe('invalid_grant')
  expect(await redeem(made, codeIn(offered), offered.txCode)).toBe('invalid_grant')
})

it('six tries at once at the digits of an offer are three', async () => {
  const made = await createWalletWorld()
  const offered = await made.offer()
  const wrong = Array.from({ length: 6 }, () => redeem(made, codeIn(offered), other(offered.txCode)))
  await Promise.all(wrong)
  expect(await redeem(made, codeIn(offered), offered.txCode)).toBe('invalid_grant')
})

it('an offer says nothing of its digits but how many there are', async () => {
  const made = await createWalletWorld()
  const { offer, txCode } = await made.offer()
  expect(decodeURIComponent(offer)).toContain('"tx_code":{"input_mode":"numeric","length":6}')
  expect(decodeURIComponent(offer).replace(codeIn({ offer }), '')).not.toContain(txCode)
  expect(await redeem(made, codeIn({ offer }), '')).toBe('invalid_request')
})
