import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a relay that asks another registered website cannot pass its request off as the one that was scanned', async () => {
  const other = await createOnlineWorld()
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const elsewhere = await other.transactions.begin('session', ASK_NAME, 'cross-device')
  const ask: typeof online.phone.ask = async <Result>(name: string, event: object) =>
    name === 'present'
      ? ({
          object: await other.transactions.sign(elsewhere.id, (event as { walletNonce: string }).walletNonce),
        } as Result)
      : online.phone.ask<Result>(name, event)
  const refused = await refusalIn(() => readPortal({ ...online.phone, ask }, link))
  expect(refused).toBe('PORTAL_REQUEST_INVALID/CERTIFICATE_HASH')
})
