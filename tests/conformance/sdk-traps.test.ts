import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FixtureCloud, startFixtureCloud } from '../support/local-cloud'
import { openSdkDatabase } from '../support/sdk'

/**
 * Where localcloud is stricter than the platform on purpose: the platform runs these operations of a transaction outside
 * it without a word (read in wx-server-sdk 4.0.2: query.ts sends no transactionId), so nobody may get used to them.
 */
let cloud: FixtureCloud
const db = () => openSdkDatabase()
beforeAll(async () => {
  cloud = await startFixtureCloud()
  await db()
    .collection('things')
    .add({ data: { _id: 'a', n: 1 } })
})
afterAll(() => cloud.close())

it.each<[string, (things: ReturnType<typeof openSdkDatabase>) => Promise<unknown>]>([
  ['where().update()', (things) => things.where({ n: 1 }).update({ data: { n: 2 } })],
  ['where().remove()', (things) => things.where({ n: 1 }).remove()],
  ['where().count()', (things) => things.where({ n: 1 }).count()],
  ['aggregate()', (things) => things.aggregate().match({ n: 1 }).end()],
])('the SDK refuses %s inside a transaction, and the transaction can go on', async (_title, work) => {
  const t = await db().startTransaction()
  await t
    .collection('things')
    .doc('a')
    .update({ data: { seen: true } })
  await expect(work(t.collection('things'))).rejects.toThrow(/Use doc\(\) inside/)
  await t.commit()
  expect((await db().collection('things').doc('a').get()).data).toEqual({ _id: 'a', n: 1, seen: true })
})
