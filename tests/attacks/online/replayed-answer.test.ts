import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the same answer again is refused, also after it was confirmed', async () => {
  const { id, link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const { sessionCode } = await online.answer(link)
  const { response = '' } = online.wire.at(-1)?.fields ?? {}
  expect(await refusalIn(() => online.transactions.receive(id, response))).toBe('TRANSACTION_USED')
  online.transactions.confirm('session', id, sessionCode)
  expect(await refusalIn(() => online.transactions.receive(id, response))).toBe('TRANSACTION_UNKNOWN')
})
