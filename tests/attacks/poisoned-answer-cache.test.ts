import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendRaw } from '../support/http'
import { type FixtureCloud, startFixtureCloud } from '../support/local-cloud'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.close())

const read = async (path: string, init: RequestInit = {}) =>
  (await fetch(`${cloud.url}/web${path}`, init)).text()

it('an anonymous HEAD does not empty the answer that the next GET gets', async () => {
  const head = await fetch(`${cloud.url}/web/cached`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  const body = await read('/cached')
  expect(body).toMatch(/^\d+$/)
  expect(await read('/cached')).toBe(body)
})

it('a HEAD is answered from what a GET left, without its body and with its length', async () => {
  const body = await read('/cached')
  const head = await fetch(`${cloud.url}/web/cached`, { method: 'HEAD' })
  expect([head.headers.get('content-length'), head.headers.has('age')]).toEqual([String(body.length), true])
})

it.each([
  ['credentials', '/whose', { headers: { authorization: 'mine' } }],
  ['a range', '/whose', { headers: { range: 'bytes=0-1' } }],
])('an answer to a request with %s is not cached for others', async (_what, path, init) => {
  expect(await read(path, init)).not.toBe('nobody')
  expect(await read(path)).toBe('nobody')
})

it('an answer to a GET with a body is not cached for others', async () => {
  const sent = await sendRaw(cloud.url, 'GET', '/web/echoed', {}, 'poison')
  expect(sent.body).toBe('poison{}')
  expect(await read('/echoed')).toBe('{}')
})

it('the answer cache keeps another query apart', async () => {
  expect(await read('/echoed?a=1')).toBe('{"a":"1"}')
  expect(await read('/echoed?a=2')).toBe('{"a":"2"}')
})

it('the answer cache keeps another host name apart', async () => {
  const body = await read('/cached')
  const { port } = new URL(cloud.url)
  const other = await sendRaw(cloud.url, 'GET', '/web/cached', { host: `localhost:${port}` })
  expect(other.body).not.toBe(body)
})

it('a cached answer that varies with a header is given only to requests with the same value', async () => {
  const inLanguage = (language: string) => read('/vary', { headers: { 'accept-language': language } })
  expect([await inLanguage('zh'), await inLanguage('en'), await inLanguage('zh')]).toEqual(['zh', 'en', 'zh'])
  expect(await read('/vary-all')).not.toBe(await read('/vary-all'))
})

it('an answer that sets a cookie is not cached for others', async () => {
  expect(await read('/cookie')).not.toBe(await read('/cookie'))
})

it('a path that begins like a host name is refused', async () => {
  expect((await sendRaw(cloud.url, 'GET', '//evil.example/web/cached')).status).toBe(400)
})
