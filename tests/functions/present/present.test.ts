import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { type PortalPorts, readPortal } from '@nansha/citizen/src/online/read-portal'
import { createTrustReader } from '@nansha/citizen/src/trust/trust-reader'
import { createWalletSession } from '@nansha/citizen/src/wallet/wallet-session'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { Answer } from '@nansha/shared/api/answer'
import { NanshaError } from '@nansha/shared/errors'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '#demo/cast'
import { DESKS } from '#demo/desks'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { DEMO_PIN, issueIdentity } from '#demo/issue-identity'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { type RunningPortals, startPortals } from '#scripts/start-portals'
import { startTestCloud, type TestCloud } from '#support/cloud'
import { readCallLog } from '#support/logged'

let cloud: TestCloud
let portals: RunningPortals
let phone: PortalPorts
const [li] = CAST

beforeAll(async () => {
  cloud = await startTestCloud()
  await cloud.fire('sweep', 'every-five-minutes')
  portals = await startPortals(cloud.url, cloud.dataDir, 0)
  phone = await phoneOf(cloud)
})
afterAll(async () => {
  await portals.close()
  await cloud.stop()
})

it('a citizen signs in at a website that runs on its own, over the relay, and the page gets what was agreed to', async () => {
  const browser = createBrowser(urlOf('hall'))
  const { receipt, sessionCode } = await answer(await browser.begin(), [['address', 'formatted']])
  expect(receipt).toMatchObject({
    domain: 'hall.localhost',
    disclosed: ['name', 'id_number', 'address.formatted'],
  })
  expect(await browser.get('/progress')).toContain('answered')
  const form = await browser.post('/confirm', { code: sessionCode })
  expect(form).toContain(li?.person.name)
  expect(form).toContain(li?.person.address)
  expect(await browser.post('/submit', {})).toMatch(/[0-9A-F]{12}/)
})

it('a bank opens an account for a face that was just seen', async () => {
  const browser = createBrowser(urlOf('bank'))
  const { sessionCode } = await answer(await browser.begin())
  expect(await browser.post('/confirm', { code: sessionCode })).toContain(li?.person.number)
})

it('a website’s form cannot be sent from another site', async () => {
  const response = await fetch(`${numbered(urlOf('hall'))}/begin`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expect(response.status).toBe(403)
})

it('of many answers nothing that they say is left in the database, the files or the logs of the cloud', async () => {
  for (let flow = 0; flow < 3; flow++) {
    const browser = createBrowser(urlOf('hall'))
    const { sessionCode } = await answer(await browser.begin())
    expect(await browser.post('/confirm', { code: sessionCode })).toContain(li?.person.number)
  }
  const { name, number, address } = li?.person ?? { name: '', number: '', address: '' }
  const lying = JSON.stringify(await cloud.lying())
  const log = JSON.stringify(await readCallLog(cloud.url))
  const files = await readdir(path.join(cloud.dataDir, 'files'), { recursive: true, withFileTypes: true })
  const stored = await Promise.all(
    files.filter((one) => one.isFile()).map((one) => readFile(path.join(one.parentPath, one.name), 'latin1')),
  )
  expect(log).toContain('"present"')
  for (const canary of [name, number, address, `${urlOf('hall')}/answer`])
    expect([lying, log, ...stored].filter((text) => text.includes(canary))).toEqual([])
})

function urlOf(id: 'hall' | 'bank'): string {
  return portals.portals.find((portal) => portal.id === id)?.url ?? ''
}

/** The address of this machine by its number: not every resolver knows names under `localhost`. */
function numbered(url: string): string {
  return url.replace(/\/\/[^:]+/, '//127.0.0.1')
}

/** A browser without scripts: it keeps its cookie and follows the website's own redirects. */
function createBrowser(url: string) {
  const base = numbered(url)
  let cookie = ''
  const send = async (place: string, init: RequestInit = {}): Promise<string> => {
    const headers = { cookie, origin: base, 'accept-language': 'zh-CN', ...init.headers }
    const response = await fetch(base + place, { ...init, headers, redirect: 'manual' })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const location = response.headers.get('location')
    return location ? send(location) : response.text()
  }
  return {
    get: (place: string) => send(place),
    post: (place: string, form: Record<string, string>) =>
      send(place, { method: 'POST', body: new URLSearchParams(form) }),
    /** @returns the link of the QR */
    async begin(): Promise<string> {
      const page = await send('/begin', { method: 'POST' })
      const [, link = ''] = /data-link="([^"]+)"/.exec(page) ?? []
      return link.replaceAll('&#38;', '&')
    },
  }
}

async function answer(link: string, chosen: readonly string[][] = []) {
  await phone.wallet.unlock(DEMO_PIN)
  return answerPortal(phone, await readPortal(phone, link), chosen)
}

/** A citizen's phone that is only memory, with an identity by the counter route. */
async function phoneOf({ url, citizen, staff, operator }: TestCloud): Promise<PortalPorts> {
  if (!li) throw new Error('The cast is empty.')
  const hall = DESKS.find(({ enrols }) => enrols)
  if (!hall) throw new Error('No desk enrols.')
  const { organisation: name, scenario, enrols, profile } = hall
  const licenceExpiresAt = Math.floor(Date.now() / 1000) + 86_400
  const onboarded = await operator.call<{ organisationId: string }>('organisation', {
    action: 'onboard',
    name,
    scenarios: [scenario],
    enrols,
    licenceExpiresAt,
  })
  const organisationId = onboarded.ok ? onboarded.organisationId : ''
  const invited = await operator.call<{ invitation: string }>('organisation', {
    action: 'invite',
    organisationId,
    role: 'manager',
  })
  const invitation = invited.ok ? invited.invitation : ''
  await staff(profile).call('organisation', { action: 'join', invitation, name: '5号窗口' })
  const accounts = { citizen: citizen('li'), officer: staff(profile) }
  const ports = { call: createDevelopmentCall(url), upload: createDevelopmentUpload(url) }
  const stored = await issueIdentity(ports, accounts, li.person, await li.portrait(), Date.now)

  const kept = new Map(Object.entries(stored))
  const storage = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: string) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  }
  const ask: Ask = async <Result>(name: string, event: object) => {
    const answered: Answer<object> = await citizen('li').call(name, event)
    if (!answered.ok) throw new NanshaError(answered.code, answered.details)
    return answered as Result
  }
  const bytes = async (length: number) => Uint8Array.from(randomBytes(length))
  const wallet = createWalletSession({ ask, storage, now: Date.now, randomBytes: bytes })
  const trust = createTrustReader({
    storage,
    pinned: LOCAL_ROOTS.map(({ publicJwk }) => publicJwk),
    fetchTrustList: wallet.client.fetchTrustList,
    now: Date.now,
  })
  return { ask, wallet, trust, now: Date.now, randomBytes: bytes }
}
