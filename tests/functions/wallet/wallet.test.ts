import { randomBytes } from 'node:crypto'
import type { Answer } from '@nansha/shared/api/answer'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { CredentialOffered, Handles, History, OtherWallets } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, startTestCloud, type TestCloud } from '#support/cloud'
import { cropFace } from '#support/faces'
import { readCallLog } from '#support/logged'
import { actorOf } from '../../support/acted-cast'
import { cardOf, enrol, registerSpecimen } from '../../support/enrol'
import { createStockClient, newKey } from '../../support/stock-issuance'

let cloud: TestCloud
let li: Client
let phone: Awaited<ReturnType<typeof enrol>>
const who = { name: '李晚晴', idNumber: '11010519491231002X' }

beforeAll(async () => {
  cloud = await startTestCloud()
  li = cloud.citizen('li')
  const portrait = await cropFace(0)
  await registerSpecimen(cloud, { ...who, portrait })
  phone = await enrol(li, who, { card: await cardOf(who, portrait), acting: actorOf(0) })
  expect(phone).toMatchObject({ ok: true })
})
afterAll(() => cloud.stop())

const sign = (action: WalletAction) => ({
  request: createWalletRequest({
    key: phone.key,
    audience: phone.audience,
    issuedAt: unixSeconds(Date.now()),
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

it('another wallet gets a credential from the function issue by an offer of the wallet function', async () => {
  const offered = await ask<CredentialOffered>({ action: 'offer-credential' })
  if (!offered.ok) throw new Error(offered.code)
  const key = newKey()
  const fetchFromCloud: typeof fetch = (address, init) => fetch(onThisMachine(String(address)), init)
  const credential = await createStockClient(fetchFromCloud, key).collect(offered)
  const jws = decodeJws(credential.split('~')[0] ?? '')
  expect(jws?.payload).toMatchObject({ cnf: { jwk: key.publicJwk }, assurance: 'other-wallet' })
  const held = await ask<OtherWallets>({ action: 'other-wallets' })
  const [{ id = '' } = {}] = held.ok ? held.wallets : []
  expect(await ask({ action: 'withdraw-wallet', wallet: id })).toMatchObject({ ok: true })
  expect((await cloud.records()).onlineCredentials).toMatchObject([{ _id: id, status: 'revoked' }])
})

it('the function issue serves nobody but wallets that come over HTTP, and those what they may ask', async () => {
  await expect(li.call('issue', { path: '/nonce', httpMethod: 'POST' })).rejects.toThrow('PERMISSION_DENIED')
  const answers = [
    await fetch(`${cloud.url}/issue/token`),
    await fetch(`${cloud.url}/issue/nothing`),
    await fetch(`${cloud.url}/issue/token`, { method: 'POST', body: 'grant_type=password' }),
    await fetch(`${cloud.url}/issue/credential`, { method: 'POST', body: '{}' }),
    await fetch(`${cloud.url}/issue/token`, { method: 'POST', body: 'a'.repeat(9000) }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([405, 404, 400, 401, 400])
  expect(answers[3]?.headers.get('cache-control')).toBe('no-store')
})

/** The issuer's host is a name that nobody dials; a well-known document stands below the function's path here. */
function onThisMachine(address: string): string {
  const { pathname } = new URL(address)
  const wellKnown = /^(\/\.well-known\/[\w-]+)\/issue$/.exec(pathname)?.[1]
  return `${cloud.url}${wellKnown ? `/issue${wellKnown}` : pathname}`
}

it('the wallet function sends what waits when its timer says so', async () => {
  await cloud.fire('wallet', 'every-minute')
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

it('the cloud has logged a whole enrolment, card and face included, without a word of the person', async () => {
  const calls = await readCallLog(cloud.url)
  expect(calls.map(({ name }) => name)).toEqual(expect.arrayContaining(['document', 'face', 'enrol']))
  const said = calls.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')
  for (const value of [who.name, who.idNumber, '19491231', '1949-12-31', '港前大道'])
    expect(said).not.toContain(value)
})
