import { afterAll, beforeAll, expect, it } from 'vitest'
import { identity } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase } from '../../support/sdk'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
  for (const name of ['notices', 'things'])
    await openSdkDatabase()
      .collection(name)
      .add({ data: { _id: 'a' } })
})
afterAll(() => cloud.close())

async function code(body: object, headers: Record<string, string> = identity('someone')) {
  const response = await fetch(`${cloud.url}/database`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { code?: string; data?: unknown }
  return answer.code ?? answer.data
}

const read = (collectionName: string) => ({
  action: 'database.getDocument',
  collectionName,
  queryType: 'WHERE',
  limit: 1,
})
const insert = (collectionName: string) => ({
  action: 'database.insertDocument',
  collectionName,
  data: ['{}'],
})

it('the client database lets clients do with a collection what its rules say, and nothing else', async () => {
  expect(await code(read('notices'))).toEqual({ list: ['{"_id":"a"}'] })
  expect(await code(insert('notices'))).toBe('DATABASE_PERMISSION_DENIED')
  for (const request of [read('things'), insert('things'), read('unknown')]) {
    expect(await code(request)).toBe('DATABASE_PERMISSION_DENIED')
  }
  expect(await code(read('notices'), {})).toBe('INVALID_REQUEST_SOURCE')
})

it('the client database gives clients no transactions, no collections and no session of a function', async () => {
  for (const request of [
    { action: 'database.startTransaction' },
    { action: 'database.addCollection', collectionName: 'notices' },
    { ...read('notices'), transactionId: 'x' },
    { ...read('notices'), tcb_sessionToken: 'x' },
  ]) {
    expect(await code(request)).toBe('INVALID_PARAM')
  }
})
