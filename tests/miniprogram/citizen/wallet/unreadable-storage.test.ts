import type { Ask } from '@nansha/kit/cloud/ask'
import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { NanshaError } from '@nansha/shared/errors'
import { describe, expect, test } from 'vitest'
import { createKeptLog } from '#citizen/log/kept-log'
import { formsOf, takeCode } from '#citizen/present/take-code'
import { rememberClock } from '#citizen/wallet/remember-clock'
import { createWalletSession } from '#citizen/wallet/wallet-session'
import { walletRefusal } from '#citizen/wallet/wallet-state'
import { NOW } from '#support/clock'
import { createMemoryStorage } from '../../support/memory-storage'
import { createCitizenCloud, issueSpecimen } from '../support/citizen-cloud'

/** What an entry may hold after a crash, a full disk or another version of the app. */
const UNREADABLE = ['', '{', '[{"handle":"AA', '{}', 'null', '[1]', '[{"expiresAt":"soon"}]', '"', '\ud83d']

function phone(storage = createMemoryStorage()) {
  const cloud = createCitizenCloud()
  let serial = 0
  const ask = (async (name: string, event: object) => {
    const answer = cloud.answer(name, event) as { ok?: boolean; code?: never }
    if (answer.ok === false && answer.code) throw new NanshaError(answer.code)
    return answer
  }) as Ask
  const randomBytes = async (length: number) => new Uint8Array(length).fill(++serial)
  const session = createWalletSession({ ask, storage, now: () => Date.now(), randomBytes })
  return { session, cloud, storage }
}

async function enrolled() {
  const started = phone()
  const key = await started.session.phoneKey()
  started.cloud.holder = key.publicJwk
  await started.session.load()
  await started.session.keep({ key, credential: issueSpecimen(started.cloud) })
  return { ...started, key }
}

describe('what is stored and cannot be read', () => {
  test.each(UNREADABLE)('handles are fetched anew: %j', async (text) => {
    const { session, storage, cloud } = await enrolled()
    storage.values.set('handles', text)
    expect(await takeCode(session.stocks, 'hotel', formsOf('hotel', true), Date.now())).toMatchObject({
      form: 'ticket',
    })
    expect(cloud.actions).toEqual(['handles'])
    expect(await session.stocks.handles.left()).toHaveLength(9)
  })

  test.each(UNREADABLE)('passes are fetched anew: %j', async (text) => {
    for (const scenario of ['gate', 'age'] as const) {
      const { session, storage } = await enrolled()
      storage.values.set(`passes.${scenario}`, text)
      await session.stocks.prefetch()
      expect(await session.stocks.passes[scenario].left()).toHaveLength(5)
    }
  })

  test.each(UNREADABLE)(
    'a credential is said to be lost, and its key is used for the next: %j',
    async (text) => {
      const { storage, key } = await enrolled()
      storage.values.set('credential', text)
      const { session } = phone(storage)
      await session.load()
      expect(session.store.get()).toEqual({ phase: 'lost' })
      expect(walletRefusal(session.store.get(), Date.now())).toBe('CREDENTIAL_LOST')
      expect(await session.phoneKey()).toEqual(key)
    },
  )

  test('a credential that was evicted is said to be lost', async () => {
    const { storage } = await enrolled()
    storage.values.delete('credential')
    const { session } = phone(storage)
    await session.load()
    expect(session.store.get()).toEqual({ phase: 'lost' })
  })

  test('a credential that belongs to another key than the one beside it is lost', async () => {
    const { session, storage } = await enrolled()
    const { credential } = JSON.parse(storage.values.get('credential') ?? '')
    await session.forgetPhoneKey()
    const other = await session.phoneKey()
    storage.values.set('credential', JSON.stringify({ key: other, credential }))
    const restarted = phone(storage)
    await restarted.session.load()
    expect(restarted.session.store.get()).toEqual({ phase: 'lost' })
  })

  test('storage that answers again after a fault is read again', async () => {
    const { storage } = await enrolled()
    let isBroken = true
    const get = async (key: string) => {
      if (isBroken) throw new Error('getStorage:fail')
      return storage.values.get(key)
    }
    const { session } = phone({ ...storage, get })
    await session.load()
    expect(session.store.get()).toEqual({ phase: 'lost' })
    isBroken = false
    await session.load()
    expect(session.store.get()).toMatchObject({ phase: 'held' })
  })

  test.each(UNREADABLE)('a postponed credential is said to be lost: %j', async (text) => {
    const { storage } = phone()
    storage.values.set('postponed', text)
    const { session } = phone(storage)
    await session.load()
    expect(session.store.get()).toEqual({ phase: 'lost' })
  })

  test.each(UNREADABLE)(
    'a phone key that is lost is replaced, and the wait for the new binding says why: %j',
    async (text) => {
      const { storage, key } = await enrolled()
      storage.values.delete('credential')
      storage.values.set('phone-key', text)
      const { session } = phone(storage)
      await session.load()
      const next = await session.phoneKey()
      expect(next).toMatchObject({ publicJwk: { crv: 'P-256' } })
      expect(await session.phoneKey()).toEqual(next)
      await session.keep({ key, enrolmentId: 'enrolment-0000001', readyAt: NOW })
      expect(session.store.get()).toMatchObject({ phase: 'postponed', postponed: { hasLostKey: true } })
    },
  )

  test.each(UNREADABLE)('the clock is as if nothing were remembered: %j', async (text) => {
    const { storage } = phone()
    storage.values.set('clock-offset', text)
    const clock = createClockOffset(() => 1000)
    await rememberClock(storage, clock, () => 1000).restore()
    expect(clock.now()).toBe(1000)
  })

  test.each(UNREADABLE)('the log is read from its beginning, as if none had been kept: %j', async (text) => {
    const { storage } = phone()
    storage.values.set('issuance-log', text)
    expect(await createKeptLog(storage).load()).toBeUndefined()
  })
})

describe('storage that is full', () => {
  const refuse = () => Promise.reject(new NanshaError('STORAGE_FULL'))

  test('is reported as full where a code is taken, and nothing is shown that could not be struck off', async () => {
    const { storage } = await enrolled()
    const full = phone({ ...storage, set: refuse })
    await full.session.load()
    await expect(full.session.stocks.handles.take()).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  })

  test('is reported as full before anything is photographed', async () => {
    const { session } = phone({ ...createMemoryStorage(), set: refuse })
    await expect(session.phoneKey()).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  })

  test('is reported as full where a credential is kept', async () => {
    const { session, key, cloud } = await enrolled()
    const full = phone({ ...createMemoryStorage(), set: refuse })
    await full.session.load()
    await expect(full.session.keep({ key, credential: issueSpecimen(cloud) })).rejects.toMatchObject({
      code: 'STORAGE_FULL',
    })
    expect(session.store.get()).toMatchObject({ phase: 'held' })
  })
})
