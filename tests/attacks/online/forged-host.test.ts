import { randomBytes } from 'node:crypto'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createBridge } from '@nansha/relying-party/openid-connect'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOnlineWorld } from '../../support/online-world'

const ISSUER = 'https://login.example'
const FORGED = {
  'X-Forwarded-Host': 'thief.example',
  'X-Forwarded-Proto': 'http',
  'X-Forwarded-For': '192.0.2.1',
  Forwarded: 'host=thief.example;proto=http',
}

const server = createServer()
beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const handle = createBridge({
    issuer: ISSUER,
    relyingParty: (await createOnlineWorld(Date.now())).relyingParty,
    purpose: 'sign-in',
    clients: [{ client_id: 'shop', client_secret: 'secret', redirect_uris: ['https://shop.example/cb'] }],
    keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', kid: '1', use: 'sig' }],
    cookieSecret: randomBytes(32).toString('hex'),
    subjectSecret: randomBytes(32),
  })
  server.on('request', (asked, response) => void handle(asked, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function get(path: string, headers: Readonly<Record<string, string>>) {
  const { port } = server.address() as AddressInfo
  return new Promise<{ readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }>(
    (resolve, reject) => {
      request({ port, path, headers }, async (response) =>
        resolve({ headers: response.headers, body: await text(response) }),
      )
        .on('error', reject)
        .end()
    },
  )
}

const addressesIn = (body: string) => [...new Set(body.match(/https?:\/\/[^/"]+/g))]

it.each([
  ['a forwarded host', FORGED],
  ['a host of its own', { Host: 'thief.example' }],
  ['both', { Host: 'thief.example', ...FORGED }],
])('the OpenID Connect bridge names its own endpoints, whoever asks with %s', async (_, headers) => {
  const { body } = await get('/.well-known/openid-configuration', headers)
  expect(addressesIn(body)).toEqual([ISSUER])
})

it('the cookies of a sign-in stay with https, whatever the request says of its proxy', async () => {
  const query = 'client_id=shop&response_type=code&scope=openid&redirect_uri=https://shop.example/cb'
  const { headers } = await get(
    `/auth?${query}&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`,
    {
      ...FORGED,
      Host: 'thief.example',
    },
  )
  expect(headers.location).toMatch(/^\/interaction\//)
  const cookies = [headers['set-cookie'] ?? []].flat()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/; secure/)
})
