import { beforeEach, expect, it } from 'vitest'
import { answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('an answer that does not agree to the transaction is refused', async () => {
  const words = { zh: '南沙', en: 'Nansha' }
  const data = {
    type: 'urn:nansha:account-opening',
    credential_ids: ['id'],
    bank: words,
    product: words,
    consents: [words],
  }
  const question = { purpose: 'open-account', claims: [['name']], transactionData: [data] }
  expect(await answerForged(online, question, { request: { transaction_data: [] } })).toBe('TRANSACTION_DATA')
})
