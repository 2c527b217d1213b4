import { timeInChina } from '@nansha/shared/age-in-china'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PORTALS } from '../../../web/portal/portals'
import { type RunningPortal, servePortal } from '../../../web/portal/serve-portal'
import { ASK_NAME, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
let site: RunningPortal
let port: string
beforeEach(async () => {
  online = await createOnlineWorld()
  const [hall] = PORTALS
  if (!hall) throw new Error('no website')
  site = await servePortal({ ...hall, question: ASK_NAME }, 0, () => online.relyingParty)
  port = new URL(site.url).port
  online.present.post = async (address, fields) => {
    const response = await fetch(`http://127.0.0.1:${port}${new URL(address).pathname}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    return { status: response.status, body: await response.text() }
  }
})
afterEach(() => site.close())

/** A browser that keeps its cookie and follows nothing by itself. */
function createBrowser() {
  let cookie = ''
  return async (method: string, path: string, form?: Record<string, string>) => {
    const own = `http://127.0.0.1:${port}`
    const response = await fetch(own + path, {
      method,
      redirect: 'manual',
      headers: { cookie, origin: own, 'accept-language': 'en' },
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, text: await response.text(), cookie }
  }
}

it('the website signs in, under a new cookie, the browser into which the digits of the phone are typed', async () => {
  const browse = createBrowser()
  const { text: waiting, cookie: before } = await browse('POST', '/begin')
  const link =
    /data-link="([^"]+)"/.exec(waiting)?.[1]?.replace(/&#(\d+);/g, (_, at) => String.fromCharCode(at)) ?? ''
  expect((await browse('GET', '/progress')).text).toBe('{"progress":"waiting"}')
  const { sessionCode } = await online.answer(link)
  expect((await browse('GET', '/progress')).text).toBe('{"progress":"answered"}')
  const wrong = sessionCode === '000000' ? '000001' : '000000'
  expect((await browse('POST', '/confirm', { code: wrong })).text).toContain('The digits do not match')
  const confirmed = await browse('POST', '/confirm', { code: sessionCode })
  expect(confirmed.status).toBe(303)
  expect(confirmed.cookie).not.toBe(before)
  expect((await browse('GET', '/')).text).toContain('李明')
  const { text: receipt } = await browse('POST', '/submit')
  expect(receipt).toMatch(/<dd>[0-9A-F]{12}<\/dd>/)
  expect(receipt).toContain(timeInChina(online.relyingParty.now()))
  expect((await browse('GET', '/')).text).not.toContain('李明')
})

it('the website refuses a form of another site, a long form, an unknown page and an unknown transaction', async () => {
  const own = `http://127.0.0.1:${port}`
  const post = (path: string, body: string, origin = own) =>
    fetch(own + path, { method: 'POST', body, headers: { origin } })
  expect((await post('/begin', '', 'https://evil.example')).status).toBe(403)
  expect((await post('/confirm', 'x'.repeat(20_001))).status).toBe(413)
  expect((await post('/constructor', '')).status).toBe(404)
  expect((await post('/request/unknown', '')).status).toBe(410)
  expect((await post('/answer/unknown', 'response=x')).status).toBe(400)
})
