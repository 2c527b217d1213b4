import { randomBytes } from 'node:crypto'
import type { Answer } from '@nansha/shared/api/answer'
import type { Handles, History, WalletAction } from '@nansha/shared/api/wallet'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, startTestCloud, type TestCloud } from '#support/cloud'
import { issueAtCounter } from '#support/issue-at-counter'

let cloud: TestCloud
let li: Client
let phone: Awaited<ReturnType<typeof issueAtCounter>>

beforeAll(async () => {
  cloud = await startTestCloud()
  li = cloud.citizen('li')
  phone = await issueAtCounter(cloud, li)
})
afterAll(() => cloud.stop())

const sign = (action: WalletAction) => ({
  request: createWalletRequest({
    key: phone.key,
    audience: phone.audience,
    issuedAt: Math.floor(Date.now() / 1000),
    requestId: randomBytes(16).toString('base64url'),
    action,
  }),
})
const ask = <T extends object>(action: WalletAction): Promise<Answer<T>> => li.call<T>('wallet', sign(action))

it('the wallet function serves the phone that signs, once, and no other account', async () => {
  const request = sign({ action: 'handles', count: 3 })
  expect(await cloud.citizen('thief').call('wallet', request)).toMatchObject({ code: 'REQUEST_INVALID' })
  const given = await li.call<Handles>('wallet', request)
  expect(given.ok && given.handles).toHaveLength(3)
  expect(await li.call('wallet', request)).toMatchObject({ code: 'REQUEST_REPLAYED' })
  expect((await cloud.records()).handles).toHaveLength(3)
})

it('the wallet function freezes for the account alone, and thaws for the phone alone', async () => {
  expect(await cloud.citizen('thief').call('wallet', { action: 'freeze' })).toMatchObject({
    code: 'CREDENTIAL_NONE',
  })
  expect(await li.call('wallet', { action: 'freeze' })).toMatchObject({ ok: true })
  expect(await li.call('wallet', { action: 'unfreeze' })).toMatchObject({ code: 'INPUT_INVALID' })
  expect(await ask({ action: 'status' })).toMatchObject({ status: 'frozen' })
  expect(await ask({ action: 'unfreeze' })).toMatchObject({ ok: true })
  expect(await ask({ action: 'status' })).toMatchObject({ status: 'valid' })
  const history = await ask<History>({ action: 'history' })
  expect(history.ok && history.entries.map(({ kind }) => kind)).toEqual(['unfrozen', 'frozen', 'issued'])
})

it('the wallet function deletes the identity for good', async () => {
  expect(await ask({ action: 'delete' })).toMatchObject({ ok: true })
  const left = await cloud.records()
  for (const name of ['citizens', 'numberClaims', 'devices', 'handles', 'events', 'decisions']) {
    expect(left[name], name).toBeUndefined()
  }
  expect(left.credentials).toMatchObject([{ status: 'revoked' }])
  expect(await ask({ action: 'status' })).toMatchObject({ code: 'CREDENTIAL_NONE' })
})
