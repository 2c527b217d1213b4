import { postJwt } from '@nansha/core/clients/post-jwt'
import { createAskNetworkId } from '@nansha/core/registry/network-id'
import { createCallWechat } from '@nansha/core/registry/wechat-api'
import { reportByHttp } from '@nansha/core/report/report-by-http'
import { ENTRIES_PAGE, GUEST_COUNT_TYPE, type GuestCount } from '@nansha/shared/guest-report/guest-report'
import { createJws } from '@nansha/shared/jws/create-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { patientFetch } from '#support/patient-fetch'
import { NOW_MS } from '../support/clock'
import { serveApi } from '../support/http-server'
import { ISSUER } from '../support/issuer'
import { AUTHORITY, reportSigner, TRUST_LIST } from '../support/trust'
import { createWorld } from '../support/world'

/** More than any partner's answer has. */
const LARGE = 8_000_000
let sent = 0
/** Whoever is asked goes on answering as long as somebody reads. */
const endless = (async () => {
  const chunk = Buffer.alloc(65_536, ' ')
  const pull = (stream: ReadableStreamDefaultController) => {
    sent += chunk.length
    if (sent > LARGE) stream.close()
    else stream.enqueue(chunk)
  }
  return new Response(new ReadableStream({ pull }))
}) as typeof fetch

const { ports } = await createWorld()
const [issuer] = TRUST_LIST.issuers
const place = { issuerUrl: ISSUER, now: () => NOW_MS, verifySignature: ports.verifySignature }

it.each<[string, () => Promise<unknown>]>([
  [
    'a registry or an authority',
    () =>
      postJwt({ fetch: endless, url: 'https://a.example', timeoutMs: 60_000, largestAnswer: 1024 }, 'a.b.c'),
  ],
  [
    'the platform',
    () => {
      const app = { appId: 'a', appSecret: 'b', baseUrl: 'https://a.example', now: () => NOW_MS }
      return createCallWechat({ ...app, fetch: endless })('/x', {}, v.object({})).catch(() => undefined)
    },
  ],
  [
    'the gateway of network IDs',
    () => {
      const application = { orgId: 'o', businessId: 'b' }
      const settings = {
        gatewayUrl: 'https://a.example',
        gatewayKey: AUTHORITY.receipts.publicJwk,
        application,
      }
      const ask = createAskNetworkId(
        { ...settings, issuerUrl: ISSUER, signer: reportSigner },
        { ...place, fetch: endless },
      )
      const claim = { name: '李明', idNumber: '11010519491231002X', serial: 's', idCardAuthData: 'd' }
      return ask({ ...claim, photo: Buffer.from('a face') }).catch(() => undefined)
    },
  ],
])('an answer of %s that does not end is not read into memory', async (_, ask) => {
  sent = 0
  expect(await ask()).toBeUndefined()
  expect(sent).toBeLessThan(LARGE / 10)
})

it('an authority whose pages of entries repeat themselves is not asked without end', async () => {
  let asked = 0
  const day = '2026-11-20'
  const entries = Array.from(
    { length: ENTRIES_PAGE },
    (_, n) => `stay-${String(n).padStart(4, '0')}.1.digest`,
  )
  const again = (async () => {
    if (++asked > 20) throw new Error('It is asked again and again.')
    const { privateKey, publicJwk } = AUTHORITY.receipts
    const said = {
      organisation: 'hotel',
      day,
      count: 1,
      hash: 'A'.repeat(43),
      entries,
    } satisfies Partial<GuestCount>
    const payload = { iss: AUTHORITY.issuer, aud: ISSUER, iat: NOW_MS / 1000, ...said }
    return new Response(
      createJws(privateKey, { typ: GUEST_COUNT_TYPE, kid: keyThumbprint(publicJwk) }, payload),
    )
  }) as typeof fetch
  if (!issuer?.receiver) throw new Error('The trust list names no authority.')
  const to = { receiver: issuer.receiver, url: 'https://authority.example', signer: reportSigner }
  const reports = reportByHttp({ ...place, ...to, fetch: again })
  expect(await reports.entries('hotel', day)).toBeNull()
  expect(asked).toBe(2)
})

let elsewhere: Awaited<ReturnType<typeof serveApi>>
let redirecting: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  elsewhere = await serveApi(() => ({ json: { access_token: 'of somebody else', expires_in: 7200 } }))
  const location = `http://127.0.0.1:${elsewhere.port}/`
  redirecting = await serveApi(() => ({ status: 307, location, json: {} }))
})
afterAll(() => Promise.all([elsewhere.close(), redirecting.close()]))

it('the secret of the app, which opens its server API, does not follow a redirect', async () => {
  const baseUrl = `http://127.0.0.1:${redirecting.port}`
  const call = createCallWechat({
    appId: 'a',
    appSecret: 'b',
    baseUrl,
    fetch: patientFetch,
    now: () => NOW_MS,
  })
  await expect(call('/x', {}, v.object({}))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  expect(redirecting.received).toHaveLength(1)
  expect(elsewhere.received).toEqual([])
})
