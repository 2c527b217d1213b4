import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { postForm } from '@nansha/core/present/post-form'
import { isPublicAddress } from '@nansha/core/present/public-address'
import { afterAll, beforeAll, expect, it } from 'vitest'

const server = createServer((request, response) => {
  if (request.url === '/moved') return void response.writeHead(302, { location: '/ok' }).end('moved')
  response.end(request.url === '/large' ? 'x'.repeat(20_000) : 'ok')
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

const post = (place: string, local = true) => postForm(`http://hall.localhost:${port}${place}`, {}, { local })

it('the relay reaches names under localhost on a developer’s machine alone', async () => {
  expect(await post('/ok')).toEqual({ status: 200, body: 'ok' })
  await expect(post('/ok', false)).rejects.toMatchObject({ code: 'PORTAL_UNREACHABLE' })
})

it('the relay follows no redirect and reads no more than 16 kB', async () => {
  expect(await post('/moved')).toEqual({ status: 302, body: 'moved' })
  await expect(post('/large')).rejects.toMatchObject({ code: 'PORTAL_UNREACHABLE' })
})

it.each(['https://localhost/', 'https://hall.example:8443/', 'http://hall.example/'])(
  'the relay does not go to %s',
  async (address) => {
    await expect(postForm(address, {}, { local: false })).rejects.toMatchObject({
      code: 'PORTAL_UNREACHABLE',
    })
  },
)

it.each([
  ['8.8.8.8', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['192.168.0.1', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['2002:a00:1::', false],
  ['2400:3200::1', true],
])('an address is public: %s, %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
