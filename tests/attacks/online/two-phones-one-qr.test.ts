import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('the second phone that scans a QR gets no request', async () => {
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  await online.answer(link)
  expect(await refusalIn(() => online.answer(link))).toBe('PORTAL_REQUEST_EXPIRED')
})
