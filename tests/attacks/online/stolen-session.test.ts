import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the code in another browser than the one that asked finishes nothing', async () => {
  const { id, link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const { sessionCode } = await online.answer(link)
  const steal = async () => online.transactions.confirm('another session', id, sessionCode)
  expect(await refusalIn(steal)).toBe('SESSION_MISMATCH')
  expect(online.transactions.progress('another session', id)).toBe('expired')
  expect(online.transactions.confirm('session', id, sessionCode).claims).toHaveProperty('name')
})
