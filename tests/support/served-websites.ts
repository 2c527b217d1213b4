import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PortalPorts } from '@nansha/citizen/src/online/read-portal'
import { createTrustReader } from '@nansha/citizen/src/trust/trust-reader'
import { createWalletSession } from '@nansha/citizen/src/wallet/wallet-session'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { Answer } from '@nansha/shared/api/answer'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { CAST } from '#demo/cast'
import { DESKS } from '#demo/desks'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { issueIdentity } from '#demo/issue-identity'
import { LOCAL_ROOTS } from '#scripts/local-roots'
import { startPortals } from '#scripts/start-portals'
import { startTestCloud, type TestCloud } from './cloud'
import { readCallLog } from './logged'

const [li] = CAST

/** A cloud of built functions, the two specimen websites as servers of their own, and one citizen's phone. */
export async function startServedWebsites() {
  const cloud = await startTestCloud()
  await cloud.fire('sweep', 'every-five-minutes')
  const portals = await startPortals(cloud.url, cloud.dataDir, 0)
  const phone = await phoneOf(cloud)
  const urlOf = (id: 'hall' | 'bank'): string => portals.portals.find((portal) => portal.id === id)?.url ?? ''
  return {
    cloud,
    phone,
    urlOf,
    /** What lies in the database, the files and the logs (of the last 500 calls), as texts to search. */
    async whatLies(): Promise<{ readonly log: string; readonly all: readonly string[] }> {
      const lying = JSON.stringify(await cloud.lying())
      const log = JSON.stringify(await readCallLog(cloud.url))
      const entries = await readdir(path.join(cloud.dataDir, 'files'), {
        recursive: true,
        withFileTypes: true,
      })
      const files = entries.filter((one) => one.isFile())
      const stored = await Promise.all(
        files.map((one) => readFile(path.join(one.parentPath, one.name), 'utf8')),
      )
      return { log, all: [lying, log, ...stored] }
    },
    async stop() {
      await portals.close()
      await cloud.stop()
    },
  }
}

/** The address of this machine by its number: not every resolver knows names under `localhost`. */
export function numbered(url: string): string {
  return url.replace(/\/\/[^:]+/, '//127.0.0.1')
}

/** A browser without scripts: it keeps its cookie and follows the website's own redirects. */
export function createBrowser(url: string) {
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

/** A citizen's phone that is only memory, with an identity by the counter route. */
async function phoneOf({ url, citizen, staff, operator }: TestCloud): Promise<PortalPorts> {
  if (!li) throw new Error('The cast is empty.')
  const hall = DESKS.find(({ enrols }) => enrols)
  if (!hall) throw new Error('No desk enrols.')
  const { organisation: name, scenario, enrols, profile } = hall
  const licenceExpiresAt = unixSeconds(Date.now()) + 86_400
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
  return { ask, wallet, trust, now: Date.now, randomBytes: bytes, caller: undefined }
}
