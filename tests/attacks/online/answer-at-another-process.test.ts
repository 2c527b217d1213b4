import { createTransactions } from '@nansha/relying-party'
import { expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, refusalIn } from '../../support/online-world'

it('a question of one process of a website is answered, confirmed and finished at no other', async () => {
  const { relyingParty, transactions } = await createOnlineWorld()
  const other = createTransactions(relyingParty, () => 'https://portal.example/back')
  const { id } = await transactions.begin('session', ASK_NAME, 'cross-device')
  expect(await refusalIn(() => other.sign(id, undefined))).toBe('TRANSACTION_UNKNOWN')
  expect(await refusalIn(() => other.receive(id, 'a..b.c.d'))).toBe('TRANSACTION_UNKNOWN')
  expect(await refusalIn(async () => other.confirm('session', id, '246802'))).toBe('TRANSACTION_UNKNOWN')
  expect(other.progress('session', id)).toBe('expired')
})
