import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { vouchFor } from '@nansha/core/organisation/register-relying-party'
import { carry } from '@nansha/core/present/carry'
import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a website that was withdrawn gets no answer, not even to a request that was read before', async () => {
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const request = await readPortal(online.phone, link)
  await online.withdraw()
  expect(await refusalIn(() => answerPortal(online.phone, request, []))).toBe('PORTAL_UNREGISTERED')
  expect(await refusalIn(() => online.answer(link))).toBe('PORTAL_UNREGISTERED')
})

it('a word of the registrar that was caught before the withdrawal opens the relay for a minute and no longer', async () => {
  const { registration } = await vouchFor(online.register, online.clientId)
  await online.withdraw()
  const event = {
    action: 'request',
    registration,
    requestUri: 'https://hall.example/request/none',
    walletNonce: 'nonce-of-a-wallet-123456',
  } as const
  expect(await refusalIn(() => carry(online.present, event))).toBe('PORTAL_REQUEST_EXPIRED') // the portal was asked
  online.clock.now += 60_000
  expect(await refusalIn(() => carry(online.present, event))).toBe('PORTAL_UNREGISTERED')
})
