import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendRaw } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.close())

const BODY = '{"action":"database.startTransaction"}'

/** The code of the answer. */
async function status(path: string, headers: Record<string, string>): Promise<string> {
  const { body } = await sendRaw(cloud.url, 'POST', path, headers, BODY)
  return JSON.parse(body).code ?? 'ok'
}

it('the local cloud refuses a foreign host name, as DNS rebinding brings', async () => {
  const { host, port } = new URL(cloud.url)
  expect(await status('/admin', { host: `evil.example:${port}` })).toBe('INVALID_REQUEST_SOURCE')
  expect(await status('/admin', { host: '127.0.0.1' })).toBe('INVALID_REQUEST_SOURCE')
  expect(await status('/admin', { host })).toBe('ok')
  expect(await status('/admin', { host: `localhost:${port}` })).toBe('ok')
})

it('the local cloud refuses a foreign origin everywhere, and any page at /admin', async () => {
  const { host, origin } = new URL(cloud.url)
  const account = { 'x-wx-appid': 'wxcitizen0000000001', 'x-wx-openid': 'a' }
  expect(await status('/functions/echo', { host, ...account, origin: 'http://evil.example' })).toBe(
    'INVALID_REQUEST_SOURCE',
  )
  expect(await status('/functions/echo', { host, ...account, origin: 'null' })).toBe('INVALID_REQUEST_SOURCE')
  expect(await status('/functions/echo', { host, ...account, origin })).toBe('ok')
  expect(await status('/admin', { host, origin })).toBe('INVALID_REQUEST_SOURCE')
  expect(await status('/admin', { host, 'sec-fetch-site': 'same-origin' })).toBe('INVALID_REQUEST_SOURCE')
})

it('the local cloud listens on loopback alone', async () => {
  const { port } = new URL(cloud.url)
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && !address.internal && address.family === 'IPv4')
  for (const address of outside) await expect(fetch(`http://${address?.address}:${port}/`)).rejects.toThrow()
  expect(new URL(cloud.url).hostname).toBe('127.0.0.1')
})
