import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('an answer that was made for one transaction opens no other', async () => {
  const other = await online.transactions.begin('attacker', ASK_NAME, 'cross-device')
  await online.transactions.sign(other.id, undefined)
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  await online.answer(link)
  const { response = '' } = online.wire.at(-1)?.fields ?? {}
  expect(await refusalIn(() => online.transactions.receive(other.id, response))).toBe('ANSWER_UNREADABLE')
})
