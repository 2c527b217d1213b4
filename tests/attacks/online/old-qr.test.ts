import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a QR that is more than a minute old leads nowhere', async () => {
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  online.clock.now += 61_000
  expect(await refusalIn(() => online.answer(link))).toBe('PORTAL_REQUEST_EXPIRED')
})
