import { LOG_QUEUE } from '@nansha/core/records/log'
import type { LogResources } from '@nansha/shared/api/trust'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { encodeEntry } from '@nansha/shared/log/entry'
import { logOf } from '@nansha/shared/log/issuer-log'
import { TrustList } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '../../support/cloud'
import { issueToLog, logEntry, readLog } from '../../support/log'
import { createTree } from '../../support/merkle-tree'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

async function issuerLog() {
  const jws = await (await fetch(`${cloud.url}/trust/trust-list`)).text()
  const [issuer] = v.parse(TrustList, decodeJws(jws)?.payload).issuers
  if (!issuer) throw new Error('no issuer')
  return logOf(issuer)
}

it('sweeps that run at once while credentials are issued give every entry one place', async () => {
  const { database } = cloud.platform
  const issuing = Array.from({ length: 6 }, async (_, phone) => {
    for (let n = 0; n < 10; n++) await issueToLog(database, logEntry(`credential ${phone}.${n}`))
  })
  const sweeping = Array.from({ length: 3 }, async () => {
    for (let round = 0; round < 3; round++) await cloud.fire('sweep', 'every-minute')
  })
  await Promise.all([...issuing, ...sweeping])
  await cloud.fire('sweep', 'every-minute')

  const { checkpoint, entries } = await readLog(database, await issuerLog())
  expect(checkpoint.size).toBe(60)
  expect(new Set(entries.map(({ credential }) => String(credential))).size).toBe(60)
  expect(checkpoint.root).toEqual(createTree(entries.map(encodeEntry)).root(60))
  expect(await database.in(LOG_QUEUE).count({})).toBe(0)
})

it('the checkpoint that is served is that of the key on the trust list', async () => {
  await cloud.fire('sweep', 'every-minute')
  const read = await cloud.citizen('anybody').call<LogResources>('trust', { log: ['checkpoint'] })
  const note = Buffer.from((read.ok && read.log[0]) || '', 'base64url').toString()
  const { origin } = await issuerLog()
  expect(note.split('\n')[0]).toBe(origin)
  expect(await (await fetch(`${cloud.url}/trust/log/checkpoint`)).text()).toBe(note)
})
