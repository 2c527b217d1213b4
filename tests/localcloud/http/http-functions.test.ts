import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestClock } from '#support/clock'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'

let cloud: FixtureCloud
const clock = createTestClock(Date.now())
beforeAll(async () => {
  cloud = await startFixtureCloud({ now: () => clock.now })
})
afterAll(() => cloud.close())

it('an HTTP function sees method, path below its own, query, headers and body, and that the world called', async () => {
  const response = await fetch(`${cloud.url}/web/a/b?x=1&y=%E4%BA%8C`, {
    method: 'POST',
    headers: { 'x-own': 'header', 'content-type': 'text/plain' },
    body: 'text',
  })
  const { request, source } = (await response.json()) as { request: Record<string, unknown>; source: string }
  expect(source).toBe('wx_http')
  expect(request).toMatchObject({
    path: '/a/b',
    httpMethod: 'POST',
    headers: { 'x-own': 'header' },
    queryStringParameters: { x: '1', y: '二' },
    body: 'text',
    isBase64Encoded: false,
  })
})

it('the HTTP gateway delivers bytes that are not text as base64', async () => {
  const response = await fetch(`${cloud.url}/web/x`, { method: 'POST', body: Buffer.from([0xff, 0x00]) })
  expect(((await response.json()) as { request: object }).request).toMatchObject({
    body: '/wA=',
    isBase64Encoded: true,
  })
})

it('the HTTP gateway answers text as text, an integrated answer as it says', async () => {
  const text = await fetch(`${cloud.url}/web/text`)
  expect([text.headers.get('content-type'), await text.text()]).toEqual([
    'text/plain; charset=utf-8',
    'plain',
  ])
  const gone = await fetch(`${cloud.url}/web/gone`)
  expect([gone.status, await gone.text()]).toEqual([410, 'gone'])
})

it('the HTTP gateway refuses headers that HTTP does not allow', async () => {
  const response = await fetch(`${cloud.url}/web/bad`)
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
    500,
    'FUNCTIONS_EXECUTE_FAIL',
  ])
})

it('the HTTP gateway keeps an answer for its max-age and knows its ETag', async () => {
  const first = await fetch(`${cloud.url}/web/cached`)
  const body = await first.text()
  clock.now += 30_000
  const second = await fetch(`${cloud.url}/web/cached`)
  expect([await second.text(), second.headers.get('age')]).toEqual([body, '30'])
  const same = await fetch(`${cloud.url}/web/cached`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(same.status).toBe(304)
  clock.now += 31_000
  expect(await (await fetch(`${cloud.url}/web/cached`)).text()).not.toBe(body)
})
