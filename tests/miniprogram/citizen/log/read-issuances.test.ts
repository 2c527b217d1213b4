import { appendLogEntry } from '@nansha/core/credential/append-entry'
import { ISSUANCE_LOG, type LogEntryRecord } from '@nansha/core/records/issuance-log'
import type { Issuances } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, describe, expect, test } from 'vitest'
import { createKeptHead } from '../../../../miniprogram/citizen/src/log/kept-head'
import { readIssuances } from '../../../../miniprogram/citizen/src/log/read-issuances'
import { createTrustReader } from '../../../../miniprogram/citizen/src/trust/trust-reader'
import { createWalletSession } from '../../../../miniprogram/citizen/src/wallet/wallet-session'
import { ROOTS } from '../../../support/trust'
import { createMemoryStorage } from '../../support/memory-storage'
import { createDeployment, type Deployment } from '../support/deployment'

let deployment: Deployment
let phone: Awaited<ReturnType<typeof createPhone>>
beforeEach(async () => {
  deployment = await createDeployment()
  phone = await createPhone()
})

async function createPhone() {
  const storage = createMemoryStorage()
  const now = () => deployment.world.time
  const ask = async <Result>(_name: string, event: object) => {
    const answer = (await deployment.answer(event)) as { ok: boolean; code: never; details: never }
    if (!answer.ok) throw new NanshaError(answer.code, answer.details)
    return answer as Result
  }
  const wallet = createWalletSession({
    ask,
    storage,
    now,
    randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  await wallet.load()
  await wallet.keep({ key: deployment.key, credential: deployment.credential })
  const keptHead = createKeptHead(storage)
  const trust = createTrustReader({
    storage,
    pinned: ROOTS.map(({ publicJwk }) => publicJwk),
    fetchTrustList: wallet.client.fetchTrustList,
    now,
  })
  /** @param twist what an attacker in the server makes of the answer */
  const look = (twist: (answer: Issuances) => Issuances = (answer) => answer) => {
    const fetchIssuances = async (kept: number) => twist(await wallet.client.fetchIssuances(kept))
    const client = { ...wallet.client, fetchIssuances }
    return readIssuances({ wallet: { ...wallet, client }, trust, keptHead, now })
  }
  return { look, keptHead }
}

const issueTo = (subject: string) =>
  deployment.database.transaction((transaction) =>
    appendLogEntry(transaction, { at: 1, event: 'issued', subject, credential: `of-${subject}` }),
  )
const rewritten = (check: string) =>
  expect.objectContaining({ code: 'LOG_INVALID', details: expect.objectContaining({ check }) })

describe('readIssuances', () => {
  test('before the log is first published there is nothing to check', async () => {
    await expect(phone.look()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  })

  test('shows the own credential, checked to be in the log, and keeps the head', async () => {
    await deployment.publish()
    const log = await phone.look()
    expect(log.issuances).toMatchObject([
      {
        entry: { index: 1, event: 'issued' },
        issued: { status: 'valid', assurance: 'specimen', isHere: true },
        isPublished: true,
        isOwn: true,
      },
    ])
    expect(log.kept).toBeUndefined()
    expect(await phone.keptHead.load(deployment.ports.issuerUrl)).toEqual({ size: 1, hash: log.head.hash })
  })

  test('the next look shows that what was seen is still there', async () => {
    await deployment.publish()
    await phone.look()
    for (const other of ['bob', 'carol', 'dave']) await issueTo(other)
    await deployment.publish()
    const log = await phone.look()
    expect(log.kept?.size).toBe(1)
    expect(log.head.size).toBe(4)
    expect(await phone.keptHead.load(deployment.ports.issuerUrl)).toEqual({ size: 4, hash: log.head.hash })
  })

  test('a credential issued on the number elsewhere is seen, also before it is published', async () => {
    await deployment.publish()
    const [own] = (await phone.look()).issuances
    await issueTo(own?.entry.subject ?? '')
    expect((await phone.look()).issuances).toMatchObject([
      { entry: { index: 2 }, isPublished: false, isOwn: false },
      { entry: { index: 1 }, isPublished: true, isOwn: true },
    ])
  })

  test('a log that was rewritten is found out, each time, and the kept head stays as evidence', async () => {
    await issueTo('bob')
    await deployment.publish()
    await phone.look()
    const kept = await phone.keptHead.load(deployment.ports.issuerUrl)

    const log = deployment.database.collection<LogEntryRecord>(ISSUANCE_LOG)
    await log.update('0000000002', { credential: 'another' })
    await issueTo('carol')
    await deployment.publish()
    await expect(phone.look()).rejects.toEqual(rewritten('REWRITTEN'))
    await expect(phone.look()).rejects.toEqual(rewritten('REWRITTEN'))
    expect(await phone.keptHead.load(deployment.ports.issuerUrl)).toEqual(kept)
  })

  test('an entry whose path is withheld or false is refused', async () => {
    await deployment.publish()
    await expect(
      phone.look((answer) => ({
        ...answer,
        issuances: answer.issuances.map((issuance) => ({ ...issuance, path: [] })),
      })),
    ).rejects.toEqual(rewritten('PATH'))
    await expect(
      phone.look((answer) => ({
        ...answer,
        issuances: answer.issuances.map(({ entry, path }) => ({ entry: { ...entry, at: 5 }, path })),
      })),
    ).rejects.toEqual(rewritten('PATH'))
  })

  test('a list that leaves out the own credential is refused', async () => {
    await deployment.publish()
    await expect(phone.look((answer) => ({ ...answer, issuances: [] }))).rejects.toEqual(rewritten('MISSING'))
  })

  test('an old head is no proof of anything, and no accusation either', async () => {
    await deployment.publish()
    deployment.world.time += 25 * 3600_000
    await expect(phone.look()).rejects.toEqual(rewritten('HEAD'))
  })
})
