import { randomBytes } from 'node:crypto'
import { createEnvelopes } from '@nansha/core/crypto/envelope'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callAsClient } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

let cloud: FixtureCloud
beforeAll(async () => {
  // A clock that stands still: no timer fires by itself.
  cloud = await startFixtureCloud({ now: () => Date.UTC(2026, 10, 23, 10) })
})
afterAll(() => cloud.close())

async function get(path: string) {
  const response = await fetch(`${cloud.url}/inspector/api/${path}`)
  // biome-ignore lint/suspicious/noExplicitAny: the inspector answers many shapes
  return (await response.json()) as any
}

it('the inspector is a page', async () => {
  const response = await fetch(`${cloud.url}/inspector`)
  expect([response.headers.get('content-type'), await response.text()]).toEqual([
    'text/html; charset=utf-8',
    expect.stringContaining('inspector.js'),
  ])
})

it('the inspector shows collections, and documents with encrypted fields as such', async () => {
  const name = createEnvelopes(randomBytes(32)).sealJson(
    { collection: 'things', id: 'a', field: 'name' },
    '李婉清',
  )
  await openSdkDatabase()
    .collection('things')
    .add({ data: { _id: 'a', name, deep: [{ name }], age: 3 } })
  expect((await get('overview')).collections).toContainEqual({ name: 'things', documents: 1 })
  const { total, documents } = await get('documents?collection=things')
  expect(total).toBe(1)
  const note = expect.stringMatching(/^\(encrypted, 512 bytes\)$/)
  expect(documents).toEqual([{ _id: 'a', name: note, deep: [{ name: note }], age: { $numberInt: '3' } }])
  expect(await get('documents?collection=nothing')).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
})

it('the inspector shows what each call printed, under its request id, and how it failed', async () => {
  const { body } = await callAsClient(cloud.url, 'echo', { say: 'hello' })
  await callAsClient(cloud.url, 'greedy', { how: 'throw' })
  const [failed, echoed] = (await get('calls')).calls
  expect(echoed).toMatchObject({ requestId: body.requestId, name: 'echo', source: 'wx_client', error: null })
  expect(echoed.coldStart).toBeGreaterThan(0)
  expect(echoed.lines).toEqual([{ level: 'log', text: 'echo hello' }])
  expect(failed).toMatchObject({ name: 'greedy', error: expect.stringContaining('nothing caught') })
  expect(failed.lines).toEqual([{ level: 'error', text: expect.stringContaining('as asked') }])
})

it('the inspector shows files and timers, and fires a timer', async () => {
  await sdk.uploadFile({ cloudPath: 'some/file', fileContent: Buffer.from('text') })
  expect((await get('files')).files).toEqual([
    { path: 'some/file', owner: null, bytes: 4, uploadedAt: expect.any(Number) },
  ])
  const fire = await fetch(`${cloud.url}/inspector/api/fire`, {
    method: 'POST',
    body: JSON.stringify({ functionName: 'tick', name: 'minutely' }),
  })
  expect(fire.status).toBe(200)
  expect((await get('documents?collection=ticks')).total).toBe(1)
})
